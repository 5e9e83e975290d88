// RUN: %verify -std=c++17 %s
//
// The deleter decides the family of an owner: a function pointer, a functor
// (what its operator() releases), a lambda, std::default_delete specialised.
#include <cstdio>
#include <cstdlib>
#include <memory>

struct FreeDeleter {
  void operator()(void *P) const { free(P); }
};
void functorFree() {
  std::unique_ptr<int, FreeDeleter> P(new int); // expected-warning {{adopts memory from 'new' but releases it with 'free'}}
}
void functorFreeGood() {
  std::unique_ptr<int, FreeDeleter> P(static_cast<int *>(malloc(4)));
}

template <typename T> struct DeleteArray {
  void operator()(T *P) const { delete[] P; }
};
void functorDeleteArray() {
  std::unique_ptr<int, DeleteArray<int>> P(new int); // expected-warning {{adopts memory from 'new' but releases it with 'delete[]'}}
}
void functorDeleteArrayGood() {
  std::unique_ptr<int, DeleteArray<int>> P(new int[2]);
}

void functionPointer() {
  std::unique_ptr<int, void (*)(void *)> P(new int, &free); // expected-warning {{adopts memory from 'new' but releases it with 'free'}}
}
void functionPointerGood() {
  std::unique_ptr<int, void (*)(void *)> P(static_cast<int *>(malloc(4)),
                                           &free);
}

static void closeStream(FILE *F) { fclose(F); }
void ownFunction() {
  FILE *F = popen("true", "r");
  if (!F)
    return;
  std::unique_ptr<FILE, void (*)(FILE *)> P(F, &closeStream); // expected-warning {{adopts a stream from 'popen' but releases it with 'fclose'}}
}
void ownFunctionGood() {
  FILE *F = fopen("x", "r");
  if (!F)
    return;
  std::unique_ptr<FILE, void (*)(FILE *)> P(F, &closeStream);
}

void handleOwner() {
  std::unique_ptr<FILE, decltype(&fclose)> P(popen("true", "r"), &fclose); // expected-warning {{adopts a stream from 'popen' but releases it with 'fclose'}}
}
void handleOwnerGood() {
  std::unique_ptr<FILE, decltype(&pclose)> P(popen("true", "r"), &pclose);
}

void lambdaFree() {
  std::shared_ptr<int> P(new int, [](int *Q) { free(Q); }); // expected-warning {{adopts memory from 'new' but releases it with 'free'}}
}
void lambdaDeleteArray() {
  std::shared_ptr<int> P(new int[3], [](int *Q) { delete[] Q; });
}
void lambdaInUniquePtr() {
  auto Close = [](int *Q) { delete Q; };
  std::unique_ptr<int, decltype(Close)> P(new int[3], Close); // expected-warning {{adopts memory from 'new[]' but releases it with 'delete'}}
}
void lambdaInUniquePtrGood() {
  auto Close = [](int *Q) { delete Q; };
  std::unique_ptr<int, decltype(Close)> P(new int, Close);
}

void sharedWithDefaultDelete() {
  std::shared_ptr<int> P(new int, std::default_delete<int[]>()); // expected-warning {{adopts memory from 'new' but releases it with 'delete[]'}}
}
void sharedWithDefaultDeleteGood() {
  std::shared_ptr<int> P(new int[4], std::default_delete<int[]>());
}

struct Packet {
  int Length;
};
namespace std {
template <> struct default_delete<Packet> {
  void operator()(Packet *P) const { free(P); }
};
} // namespace std
void specialised() {
  std::unique_ptr<Packet> P(new Packet); // expected-warning {{adopts memory from 'new' but releases it with 'free'}}
}
void specialisedGood() {
  std::unique_ptr<Packet> P(static_cast<Packet *>(malloc(sizeof(Packet))));
}

// Resetting and releasing keep to the deleter's family.
void resetOfFunctor() {
  std::unique_ptr<int, FreeDeleter> P;
  P.reset(new int); // expected-warning {{adopts memory from 'new' but releases it with 'free'}}
}
void releasedFromFunctor() {
  std::unique_ptr<int, FreeDeleter> P(static_cast<int *>(malloc(4)));
  delete P.release(); // expected-warning {{'delete' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}
