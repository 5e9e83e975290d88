// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// The analyzer destroys some parameters twice: in the function, and once more
// in its caller.
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

class Text {
  char *Data;

public:
  explicit Text(const char *From) : Data(strdup(From)) {}
  Text(const Text &O) : Data(strdup(O.Data)) {}
  Text &operator=(Text O) {
    std::swap(Data, O.Data);
    return *this;
  }
  Text &assign(Text O) {
    char *Mine = Data;
    Data = O.Data;
    O.Data = Mine;
    return *this;
  }
  ~Text() { free(Data); }
};
void assigned() {
  Text A("x"), B("y");
  A = B;
  A = Text("z");
  A.assign(B);
}
Text passed(Text T) { return T; }
void passedThrough() {
  Text A("x");
  Text B = passed(A);
}
int looked(std::unique_ptr<int> P) { return P ? *P : 0; }
int moved() {
  auto P = std::make_unique<int>(3);
  return looked(std::move(P));
}
// A count that would go down twice.
struct Counted {
  int Refs = 0;
};
class Ref {
  Counted *P;

public:
  explicit Ref(Counted *Q) : P(Q) { P->Refs++; }
  Ref(const Ref &O) : P(O.P) { P->Refs++; }
  ~Ref() {
    P->Refs--;
    if (P->Refs == 0)
      delete P;
  }
  int refs() const { return P->Refs; }
};
int seen(Ref R) { return R.refs(); }
int counted() {
  Ref R(new Counted);
  int N = seen(R);
  return N + R.refs();
}
