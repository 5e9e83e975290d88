// RUN: %verify -std=c++17 %s
//
// An owner that the library builds from what the user passes on: the line to
// blame is the user's, although the path ends in a header.
#include <cstdlib>
#include <cstring>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

struct Free {
  void operator()(void *P) const { free(P); }
};

void pairOf() {
  std::pair<int, std::unique_ptr<char>> P(1, strdup("x")); // expected-warning {{'std::unique_ptr<char>' adopts memory from 'strdup' but releases it with 'delete'}}
}
void pairOfGood() {
  std::pair<int, std::unique_ptr<char, Free>> P(1, strdup("x"));
  std::pair<int, std::unique_ptr<int>> Q(1, new int);
}

void tupleOf() {
  std::tuple<int, std::unique_ptr<char>> T(1, strdup("x")); // expected-warning {{'std::unique_ptr<char>' adopts memory from 'strdup' but releases it with 'delete'}}
}
void tupleOfGood() {
  std::tuple<int, std::unique_ptr<char, Free>> T(1, strdup("x"));
}

void ownerOfAnOwner() {
  auto P = std::make_unique<std::unique_ptr<char>>(strdup("x")); // expected-warning {{'std::unique_ptr<char>' adopts memory from 'strdup' but releases it with 'delete'}}
}
void ownerOfAnOwnerGood() {
  auto P = std::make_unique<std::unique_ptr<char, Free>>(strdup("x"));
}

// Nobody sees a vector build its elements: what their constructor does with the
// pointer decides.
class Name {
  std::unique_ptr<char> Text;

public:
  explicit Name(char *T) : Text(T) {}
};
class FreedName {
  std::unique_ptr<char, Free> Text;

public:
  explicit FreedName(char *T) : Text(T) {}
};
class Label {
  char *Text;

public:
  explicit Label(char *T) : Text(T) {}
  Label(Label &&Other) : Text(std::exchange(Other.Text, nullptr)) {}
  ~Label() { delete[] Text; }
};
class SharedName {
  std::shared_ptr<char> Text;

public:
  explicit SharedName(char *T) : Text(T, free) {}
};
class View {
  const char *Text;

public:
  explicit View(char *T) : Text(T) {}
};

void elementThatOwns(std::vector<Name> &V) {
  V.emplace_back(strdup("x")); // expected-warning {{'std::unique_ptr<char>' adopts memory from 'strdup' but releases it with 'delete'}}
}
void elementThatReleases(std::vector<Label> &V) {
  V.emplace_back(strdup("x")); // expected-warning {{'Label' adopts memory from 'strdup' but releases it with 'delete[]'}}
}
void elementsGood(std::vector<FreedName> &F, std::vector<SharedName> &S,
                  std::vector<Label> &L, std::vector<View> &V) {
  S.emplace_back(strdup("x"));
  F.emplace_back(strdup("x"));
  L.emplace_back(new char[2]);
  static char Text[] = "x";
  V.emplace_back(Text);
}
