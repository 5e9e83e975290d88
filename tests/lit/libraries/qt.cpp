// RUN: %verify -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -fPIC %s
// REQUIRES: qt
#include <QByteArray>
#include <QScopedPointer>
#include <QSharedPointer>
#include <cstdlib>

struct Item { int n; };

void scoped() {
  Item *p = new Item;
  QScopedPointer<Item> s(p);
  delete p; // expected-warning {{'delete' releases memory from 'new' that 'QScopedPointer<Item>' already owns; leave the release to its owner [custody.ffi-07]}}
}
void scopedGood() {
  QScopedPointer<Item> s(new Item);
  Item *p = s.take();
  delete p;
  QScopedPointer<char, QScopedPointerPodDeleter> c(static_cast<char *>(malloc(3)));
}
void taken() {
  QScopedPointer<Item> s(new Item);
  s.take();
} // expected-warning {{memory from 'new' is lost without being released; release it with 'delete' [custody.ffi-03]}}
void shared() {
  Item *p = new Item;
  QSharedPointer<Item> a(p);
  QSharedPointer<Item> b(p); // expected-warning {{'QSharedPointer<Item>' adopts memory from 'new' that 'QSharedPointer<Item>' already owns; let one owner adopt it [custody.ffi-07]}}
}
void sharedGood() {
  QSharedPointer<Item> a(new Item);
  QSharedPointer<Item> b(a);
  b.clear();
}
