// RUN: %verify -std=c++17 %s
//
// A unique_ptr to a base deletes the base.
#include <memory>
#include <string>

struct Base {
  int id;
};
struct Derived : Base {
  std::string text;
};
struct Same : Base {
  void method();
};
struct Polymorphic {
  virtual ~Polymorphic();
};
struct Leaf : Polymorphic {
  std::string text;
};
struct DerivedDeleter {
  void operator()(Base *p) const { delete static_cast<Derived *>(p); }
};

void lost() {
  std::unique_ptr<Base> p(new Derived); // expected-warning {{'std::unique_ptr<Base>' releases memory from 'new' with size 4 but it was acquired with 40; give 'Base' a virtual destructor [custody.own-04]}}
}
void lostByReset(std::unique_ptr<Base> &p) {
  p.reset(new Derived); // expected-warning {{give 'Base' a virtual destructor}}
}

void sameSize() { std::unique_ptr<Base> p(new Same); }
void destroyedVirtually() { std::unique_ptr<Polymorphic> p(new Leaf); }
// It remembers what it was made of.
void shared() { std::shared_ptr<Base> p(new Derived); }
void ownDeleter() { std::unique_ptr<Base, DerivedDeleter> p(new Derived); }
