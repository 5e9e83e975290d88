// RUN: %verify -std=c++17 %s
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

void stringBuffer(std::string S) {
  const char *P = S.c_str();
  S.append("more");
  std::puts(P); // expected-warning-re {{a string buffer that '{{.*}}c_str' only lends is used after {{.*}} may have invalidated it; ask for it again [custody.own-02]}}
}
void stringBufferGood(std::string S) {
  S.append("more");
  const char *P = S.c_str();
  std::puts(P);
}

void vectorBuffer(std::vector<int> V) {
  int *P = V.data();
  V.push_back(1);
  *P = 2; // expected-warning-re {{a vector buffer that '{{.*}}data' only lends is used after {{.*}} may have invalidated it; ask for it again [custody.own-02]}}
}
void vectorBufferGood(std::vector<int> V) {
  V.push_back(1);
  int *P = V.data();
  *P = 2;
}

void stringFreed(std::string &S) {
  std::free(S.data()); // expected-warning {{'free' releases}}
}
void vectorDeleted(std::vector<int> &V) {
  delete[] V.data(); // expected-warning {{'delete[]' releases}}
}

void mapped(std::map<int, std::unique_ptr<int>> &M) {
  M.emplace(1, static_cast<int *>(std::malloc(4))); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'}}
}
void mappedGood(std::map<int, std::unique_ptr<int>> &M) {
  M.emplace(1, new int);
}

// A string copies the characters.
void copied() {
  char *P = static_cast<char *>(std::malloc(8));
  if (!P)
    return;
  P[0] = 0;
  std::string S(P); // expected-warning {{memory from 'malloc' is lost}}
}
std::string copiedGood() {
  char *P = static_cast<char *>(std::malloc(8));
  if (!P)
    return "";
  P[0] = 0;
  std::string S(P);
  std::free(P);
  return S;
}

// A vector of pointers keeps them.
void stored(std::vector<char *> &V) {
  V.push_back(static_cast<char *>(std::malloc(8)));
  V.emplace_back(static_cast<char *>(std::malloc(8)));
}

// Swapped vectors keep their elements where they are; a short string has none
// to keep.
void swapped(std::vector<int> V, std::vector<int> W) {
  int *P = V.data();
  V.swap(W);
  *P = 1;
  std::swap(V, W);
  *P = 2;
}
void swappedStrings(std::string S, std::string T) {
  const char *P = S.c_str();
  S.swap(T);
  std::puts(P); // expected-warning-re {{a string buffer that '{{.*}}c_str' only lends is used after {{.*}} may have invalidated it; ask for it again [custody.own-02]}}
}
void swappedAndEnded(std::vector<int> V) {
  int *P = V.data();
  {
    std::vector<int> W;
    W.swap(V);
  }
  *P = 1; // expected-warning-re {{a vector buffer that '{{.*}}data' only lends is used after {{.*}} may have invalidated it; ask for it again [custody.own-02]}}
}
void swappedByStd(std::vector<int> V) {
  int *P = V.data();
  {
    std::vector<int> W;
    std::swap(W, V);
  }
  *P = 1; // expected-warning-re {{a vector buffer that '{{.*}}data' only lends is used after {{.*}} may have invalidated it; ask for it again [custody.own-02]}}
}
