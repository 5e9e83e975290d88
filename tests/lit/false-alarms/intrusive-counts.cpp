// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// Two handles made of one raw pointer, each of which counts.
struct Counted {
  int Refs = 0;
  void ref() { ++Refs; }
  void unref() {
    if (--Refs == 0)
      delete this;
  }
};
inline void addRef(Counted *C) { ++C->Refs; }
inline void release(Counted *C) {
  if (--C->Refs == 0)
    delete C;
}
inline bool drop(Counted *C) { return --C->Refs == 0; }

class ByFunction {
  Counted *P;

public:
  explicit ByFunction(Counted *Q) : P(Q) { addRef(P); }
  ByFunction(const ByFunction &) = delete;
  ~ByFunction() {
    if (P)
      release(P);
  }
};
template <class T> class ByMethod {
  T *P;

public:
  explicit ByMethod(T *Q) : P(Q) { P->ref(); }
  ByMethod(const ByMethod &) = delete;
  ~ByMethod() { P->unref(); }
};
class ByAnswer {
  Counted *P;

public:
  explicit ByAnswer(Counted *Q) : P(Q) { addRef(P); }
  ByAnswer(const ByAnswer &) = delete;
  ~ByAnswer() {
    if (drop(P))
      delete P;
  }
};
class ByHand {
  Counted *P;

public:
  explicit ByHand(Counted *Q) : P(Q) { P->Refs++; }
  ByHand(const ByHand &) = delete;
  ~ByHand() {
    P->Refs--;
    if (!P->Refs)
      delete P;
  }
};
template <class Handle> void two() {
  Counted *Raw = new Counted;
  Handle A(Raw), B(Raw);
}
void all() {
  two<ByFunction>();
  two<ByMethod<Counted>>();
  two<ByAnswer>();
  two<ByHand>();
}
