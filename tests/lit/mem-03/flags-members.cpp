// RUN: %verify -std=c++17 %s
//
// A parameter that initialises an owning member is adopted by it.
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

class Image {
public:
  explicit Image(unsigned char *Pixels) : Pixels(Pixels) {} // expected-warning {{adopts memory from 'malloc' but releases it with 'delete[]'}}

private:
  std::unique_ptr<unsigned char[]> Pixels;
};
void wrongMember() {
  Image I(static_cast<unsigned char *>(malloc(64)));
}
void rightMember() { Image I(new unsigned char[64]); }

class Session {
public:
  void attach(int *Token) { this->Token.reset(Token); } // expected-warning {{adopts memory from 'malloc' but releases it with 'delete'}}

private:
  std::unique_ptr<int> Token;
};
void wrongReset() {
  Session S;
  S.attach(static_cast<int *>(malloc(4)));
}
void rightReset() {
  Session S;
  S.attach(new int);
}

struct Options {
  std::unique_ptr<int> Level;
  std::shared_ptr<int> Limit;
};
void wrongAggregate() {
  Options O{std::unique_ptr<int>(new int), std::shared_ptr<int>(new int[2])}; // expected-warning {{adopts memory from 'new[]' but releases it with 'delete'}}
}
void rightAggregate() {
  Options O{std::unique_ptr<int>(new int), std::shared_ptr<int>(new int)};
}
void wrongAssignment(Options &O) {
  O.Level = std::unique_ptr<int>(new int[2]); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'new[]' but releases it with 'delete'}}
}
void rightAssignment(Options &O) {
  O.Level = std::unique_ptr<int>(new int);
}

// Initialised where it is declared.
struct Declared { // expected-warning-re {{'Declared' adopts memory from 'new' but releases it with 'free'; {{.*}} [custody.mem-03]}}
  int *P = new int;
  ~Declared() { free(P); }
};
void declared() {
  Declared D;
  *D.P = 1;
}
struct DeclaredGood {
  int *P = new int;
  ~DeclaredGood() { delete P; }
};
void declaredGood() {
  DeclaredGood D;
  *D.P = 1;
}
