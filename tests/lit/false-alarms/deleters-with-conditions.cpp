// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// A check for null is no condition. A deleter with any other may do anything.
#include <cstdio>
#include <memory>

void ternary() {
  std::unique_ptr<FILE, int (*)(FILE *)> F(
      fopen("a", "r"), [](FILE *P) { return P ? fclose(P) : 0; });
}
void branch() {
  std::unique_ptr<FILE, void (*)(FILE *)> F(fopen("a", "r"), [](FILE *P) {
    if (P)
      fclose(P);
  });
}
void conjunction() {
  std::shared_ptr<FILE> F(fopen("a", "r"),
                          [](FILE *P) -> int { return P && fclose(P); });
}

struct Foo {
  int Refs = 1;
};
struct Switched {
  bool Own;
  void operator()(Foo *F) const {
    if (Own)
      delete F;
  }
};
void switched() {
  Foo Local;
  std::unique_ptr<Foo, Switched> P(&Local, Switched{false});
  std::unique_ptr<Foo, Switched> Q(new Foo, Switched{true});
}
struct Excepting {
  Foo *Except;
  void operator()(Foo *F) const {
    if (F == Except)
      return;
    delete F;
  }
};
void excepting() {
  static Foo Static;
  std::unique_ptr<Foo, Excepting> P(&Static, Excepting{&Static});
  std::unique_ptr<Foo, Excepting> Q(new Foo, Excepting{&Static});
}
void captured(bool Own) {
  Foo Local;
  std::shared_ptr<Foo> P(Own ? new Foo : &Local, [Own](Foo *F) {
    if (Own)
      delete F;
  });
}
struct Unref {
  void operator()(Foo *F) const {
    if (--F->Refs == 0)
      delete F;
  }
};
void twoReferences() {
  Foo *F = new Foo;
  F->Refs = 2;
  std::unique_ptr<Foo, Unref> P(F), Q(F);
}
void neverDeletes() {
  Foo Local;
  auto Count = [](Foo *F) { --F->Refs; };
  std::unique_ptr<Foo, decltype(Count)> P(&Local, Count);
}
// Storage that is the owner's own, some of the time.
class Small {
  char Inline[16];
  char *Data = Inline;

public:
  Small() = default;
  explicit Small(char *D) : Data(D) {}
  Small(const Small &) = delete;
  ~Small() {
    if (Data != Inline)
      delete[] Data;
  }
};
void small(char *Large) {
  Small A, B(new char[32]);
}
