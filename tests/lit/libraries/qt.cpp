// RUN: %verify -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -fPIC %s
// REQUIRES: qt
#include <QByteArray>
#include <QObject>
#include <QPointer>
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
void scopedForeign() {
  QScopedPointer<int> p(static_cast<int *>(malloc(4))); // expected-warning {{'QScopedPointer<int>' adopts memory from 'malloc' but releases it with 'delete'; give it an owner that calls 'free' [custody.mem-03]}}
}
void scopedPod() {
  QScopedPointer<char, QScopedPointerPodDeleter> p(new char[3]); // expected-warning {{adopts memory from 'new[]' but releases it with 'free'; give it an owner that calls 'delete[]' [custody.mem-03]}}
}
void scopedArray() {
  QScopedArrayPointer<Item> p(new Item); // expected-warning {{adopts memory from 'new' but releases it with 'delete[]'; give it an owner that calls 'delete' [custody.mem-03]}}
}
void scopedArrayGood() {
  QScopedArrayPointer<Item> p(new Item[2]);
  QScopedPointer<Item, QScopedPointerArrayDeleter<Item>> q(new Item[2]);
}
void scopedLater() {
  QScopedPointer<QObject, QScopedPointerDeleteLater> p(new QObject);
}
// It is null as soon as somebody has deleted the object.
void watched() {
  QPointer<QObject> p = new QObject;
  delete p;
  if (p)
    p->setObjectName("x");
}
void watchedTwice(QObject *parent) {
  QPointer<QObject> p(new QObject(parent));
  delete p.data();
  delete p;
}
void watchedElsewhere(QPointer<QObject> &p) {
  QObject *o = new QObject;
  p = o;
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
