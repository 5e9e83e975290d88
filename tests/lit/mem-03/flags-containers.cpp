// RUN: %verify -std=c++17 %s
//
// A container of owners adopts what it builds its elements from.
#include <cstdlib>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <vector>

void emplaceBack(std::vector<std::unique_ptr<int>> &V) {
  V.emplace_back(static_cast<int *>(malloc(4))); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'}}
}
void emplaceBackGood(std::vector<std::unique_ptr<int>> &V) {
  V.emplace_back(new int);
}

void emplaceOfNewArray(std::vector<std::shared_ptr<int>> &V) {
  int *Raw = new int[8];
  V.emplace_back(Raw); // expected-warning {{'std::shared_ptr<int>' adopts memory from 'new[]' but releases it with 'delete'}}
}

void emplaceInAList(std::list<std::unique_ptr<int>> &L) {
  L.emplace_front(static_cast<int *>(calloc(1, 4))); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'calloc' but releases it with 'delete'}}
}
void emplaceInAListGood(std::list<std::unique_ptr<int>> &L) {
  L.emplace_front(new int);
}

void pushBack(std::vector<std::unique_ptr<int>> &V) {
  V.push_back(std::unique_ptr<int>(static_cast<int *>(malloc(4)))); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'}}
}
void pushBackGood(std::vector<std::unique_ptr<int>> &V) {
  V.push_back(std::unique_ptr<int>(new int));
}

void emplaceInADeque(std::deque<std::unique_ptr<int[]>> &D) {
  D.emplace_back(static_cast<int *>(malloc(4))); // expected-warning {{adopts memory from 'malloc' but releases it with 'delete[]'}}
}

void optional(std::optional<std::unique_ptr<int>> &O) {
  O.emplace(static_cast<int *>(malloc(4))); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'}}
}

void local() {
  std::vector<std::unique_ptr<int>> V;
  V.emplace_back(static_cast<int *>(malloc(4))); // expected-warning {{'std::unique_ptr<int>' adopts memory from 'malloc' but releases it with 'delete'}}
}
void localGood() {
  std::vector<std::unique_ptr<int>> V;
  V.emplace_back(new int);
  V.push_back(std::make_unique<int>(2));
}

// A container of raw pointers owns nothing: what was put in is released with
// its own family, by whoever takes it out.
void rawPointers(std::vector<int *> &V) {
  V.emplace_back(static_cast<int *>(malloc(4)));
  V.push_back(new int);
}
