// RUN: %verify -std=c++17 %s
//
// The buffer of a std::string or std::vector belongs to it alone.
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

void freeOfStringData(std::string &S) {
  free(S.data()); // expected-warning {{'free' releases}}
}
void freeOfCStr() {
  std::string S("a string long enough to need the heap for sure");
  free(const_cast<char *>(S.c_str())); // expected-warning {{'free' releases}}
}
void deleteOfVectorData() {
  std::vector<int> V(10);
  int *P = V.data();
  delete[] P; // expected-warning {{'delete[]' releases}}
}
void uniquePtrOverVectorData(std::vector<int> &V) {
  std::unique_ptr<int[]> P(V.data()); // expected-warning {{'std::unique_ptr<int[]>' adopts}}
}
void addressOfAnElement() {
  std::vector<int> V(10);
  free(&V[0]); // expected-warning {{'free' releases}}
}

// A copy of the contents is the borrower's own.
void copyGood(const std::string &S) {
  char *P = static_cast<char *>(malloc(S.size() + 1));
  if (!P)
    return;
  S.copy(P, S.size());
  P[S.size()] = 0;
  free(P);
}
void readGood(const std::vector<int> &V) {
  const int *P = V.data();
  (void)P[0];
}
