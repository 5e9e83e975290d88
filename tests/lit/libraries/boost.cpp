// RUN: %verify %s
// REQUIRES: boost
#include <boost/scoped_array.hpp>
#include <boost/scoped_ptr.hpp>
#include <boost/shared_array.hpp>
#include <boost/shared_ptr.hpp>
#include <cstdlib>

void scoped() {
  int *p = static_cast<int *>(malloc(4));
  boost::scoped_ptr<int> s(p); // expected-warning {{'boost::scoped_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'; give it an owner that calls 'free' [custody.mem-03]}}
}
void scopedGood() {
  boost::scoped_ptr<int> s(new int(1));
  s.reset(new int(2));
}
void array() {
  boost::scoped_array<int> a(new int); // expected-warning {{'boost::scoped_array<int>' adopts memory from 'new' but releases it with 'delete[]'; give it an owner that calls 'delete' [custody.mem-03]}}
}
void arrayGood() {
  boost::scoped_array<int> a(new int[3]);
  a.reset(new int[4]);
}
void shared() {
  int *p = new int(1);
  boost::shared_ptr<int> s(p);
  delete p; // expected-warning {{'delete' releases memory from 'new' that 'boost::shared_ptr<int>' already owns; leave the release to its owner [custody.ffi-07]}}
}
void sharedGood() {
  boost::shared_ptr<int> s(static_cast<int *>(malloc(4)), free);
  boost::shared_ptr<int> t(s);
  t = boost::shared_ptr<int>(new int(3));
}
void sharedArray() {
  boost::shared_array<int> a(new int[3]);
}
