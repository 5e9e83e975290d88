// RUN: %verify %s
//
// A function that only tells whether a pointer is null uses nothing, and a
// destructor that asks it releases on no further condition. What a class is
// given may be its base's, or another constructor's, to keep.
#include <cstdlib>

class Text {
  char *p;
  int n;

public:
  Text(char *q, int k) : p(q), n(k) {}
  explicit Text(char *q) : Text(q, 0) {}
  ~Text() { free(p); }
  Text(const Text &) = delete;
};
class Base {
protected:
  char *b;
  explicit Base(char *q) : b(q) {}
  ~Base() {
    if (valid())
      drop(b);
  }
  bool valid() const { return b != nullptr; }
  static void drop(char *q) { free(q); }
};
class Derived : Base {
public:
  explicit Derived(char *q) : Base(q) {}
  Derived(Derived &&o) : Base(o.b) { o.b = nullptr; }
};
// What isMine says is more than whether there is a pointer.
class Odd {
  char *p;
  bool mine;

public:
  Odd(char *q, bool m) : p(q), mine(m) {}
  ~Odd() {
    if (isMine())
      free(p);
  }
  bool isMine() const { return mine; }
};

void good() {
  Text t((char *)malloc(3));
  Derived d((char *)malloc(4));
  Derived e(static_cast<Derived &&>(d));
  char b[3];
  Odd o(b, false);
}
void delegated() {
  Text t(new char[3]); // expected-warning {{'Text' adopts memory from 'new[]' but releases it with 'free'; give it an owner that calls 'delete[]' [custody.mem-03]}}
}
void toBase() {
  Derived d(new char); // expected-warning {{'Base' adopts memory from 'new' but releases it with 'free'; give it an owner that calls 'delete' [custody.mem-03]}}
}
void twoOwners() {
  char *p = (char *)malloc(3);
  Derived d(p);
  Derived e(p); // expected-warning {{'Base' adopts memory from 'malloc' that 'Base' already owns; let one owner adopt it [custody.ffi-07]}}
}
void ownedByBase() {
  char *p = (char *)malloc(3);
  Derived d(p);
  free(p); // expected-warning {{'free' releases memory from 'malloc' that 'Base' already owns; leave the release to its owner [custody.ffi-07]}}
}

static bool valid(const char *p) { return p != nullptr; }
static bool starts(const char *p) {
  return p && *p == 'a'; // expected-warning {{memory from 'malloc' is used after 'free' released it; use it before, or not at all [custody.own-02]}}
}
bool asks() {
  char *p = (char *)malloc(3);
  free(p);
  return valid(p);
}
bool looks() {
  char *p = (char *)malloc(3);
  free(p);
  return starts(p);
}

// What gives the pointer back does not ask for it.
static char *same(char *p) { return p; }
char *back() {
  char *p = (char *)malloc(3);
  free(p);
  return same(p); // expected-warning {{memory from 'malloc' is used after 'free' released it; use it before, or not at all [custody.own-02]}}
}
