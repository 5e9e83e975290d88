// RUN: %verify -std=c++17 -isystem /usr/share/cargo/registry/cxx-1.*/include %s
// REQUIRES: cxxbridge
//
// The header of the cxx crate, as Debian brings it.
#include <cstdlib>
#include <cxx.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Job {
  int Id = 0;
};
rust::Box<Job> make();
rust::Vec<uint8_t> bytes();
rust::String name();
void look(const Job *);

void inPlace() {
  auto B = rust::Box<Job>::in_place();
  delete &*B; // expected-warning {{'delete' releases what a Rust box holds}}
}
void held() {
  auto B = make();
  free(B.operator->()); // expected-warning {{'free' releases what a Rust box holds}}
}
void heldTwice() {
  auto B = make();
  std::unique_ptr<Job> P(B.operator->()); // expected-warning {{'std::unique_ptr<Job>' adopts what a Rust box holds}}
}
void boxedTwice() {
  auto B = make();
  auto C = rust::Box<Job>::from_raw(&*B); // expected-warning {{'rust::Box::from_raw' adopts what a Rust box holds}}
}
void boxOfUnique() {
  std::unique_ptr<Job> P(new Job);
  auto B = rust::Box<Job>::from_raw(P.get()); // expected-warning {{that 'std::unique_ptr<Job>' already owns}}
}
void boxOfReleased() {
  std::unique_ptr<Job> P(new Job);
  auto B = rust::Box<Job>::from_raw(P.release()); // expected-warning {{'rust::Box::from_raw' adopts memory from 'new'}}
}
void uniqueOfRaw() {
  std::unique_ptr<Job> P(make().into_raw()); // expected-warning {{but releases it with 'delete'}}
}
void assigned() {
  auto B = make();
  Job *J = B.operator->();
  B = make();
  look(J); // expected-warning {{is used after 'rust::Box::operator=' may have invalidated it}}
}

void vectorFreed() {
  auto V = bytes();
  free(V.data()); // expected-warning {{'free' releases a Rust vector}}
}
void vectorGrown() {
  auto V = bytes();
  uint8_t *P = V.data();
  V.push_back(1);
  *P = 2; // expected-warning {{is used after 'rust::Vec::push_back' may have invalidated it}}
}
const char *returned() {
  rust::String S = name();
  return S.c_str(); // expected-warning {{is used after the destructor of 'rust::String' may have invalidated it}}
}
void ofTemporary() {
  const char *P = name().c_str();
  std::puts(P); // expected-warning {{is used after the destructor of 'rust::String' may have invalidated it}}
}
void stringFreed(rust::String S) {
  free(S.begin()); // expected-warning {{'free' releases a Rust string}}
}
void strWritten(rust::Str S) {
  const_cast<char *>(S.data())[0] = 'x'; // expected-warning {{this writes to a Rust string that 'rust::Str::data' only lends}}
}
void errorFreed(const rust::Error &E) {
  free(const_cast<char *>(E.what())); // expected-warning {{'free' releases a Rust string}}
}
void sliceFreed(rust::Slice<uint8_t> S) {
  free(S.data()); // expected-warning {{'free' releases a Rust slice that 'rust::Slice::data' only lends}}
}
void constSliceFreed(rust::Slice<const uint8_t> S) {
  delete[] const_cast<uint8_t *>(S.data()); // expected-warning {{'delete[]' releases a Rust slice that 'rust::Slice::data' only lends}}
}
// A slice looks at what somebody else owns.
void sliceOver() {
  auto *P = static_cast<uint8_t *>(malloc(8));
  if (!P)
    return;
  rust::Slice<const uint8_t> S(P, 8); // expected-warning {{memory from 'malloc' is lost}}
}

void roundTrip() {
  Job *J = make().into_raw();
  J->Id = 1;
  auto B = rust::Box<Job>::from_raw(J);
  look(J);
}
void swappedBoxes() {
  auto B = make(), C = make();
  Job *J = B.operator->();
  B.swap(C);
  look(J);
}
void swappedVectors() {
  auto V = bytes(), W = bytes();
  uint8_t *P = V.data();
  V.swap(W);
  swap(V, W);
  *P = 1;
}
void movedVector() {
  auto V = bytes();
  uint8_t *P = V.data();
  auto W = std::move(V);
  *P = 1;
}
void walked() {
  auto V = bytes();
  for (auto &B : V)
    B = 1;
}
void sliceWritten(rust::Slice<uint8_t> S) {
  if (!S.empty())
    S.data()[0] = 1;
}
void sliceOfVector(std::vector<uint8_t> V) {
  rust::Slice<uint8_t> S(V.data(), V.size());
  S[0] = 1;
}
void copied() {
  auto S = name();
  std::string T(S.data(), S.size());
  const char *P = S.c_str();
  auto U = S;
  std::puts(P);
}
void kept(std::vector<rust::Box<Job>> &V, Job *J) {
  V.push_back(rust::Box<Job>::from_raw(J));
}
void lossy() {
  auto *P = static_cast<char *>(malloc(4));
  if (!P)
    return;
  P[0] = 0;
  rust::String S = rust::String::lossy(P);
  free(P);
}
// After a swap it is the other box that ends.
void swappedAndEnded() {
  auto B = make();
  Job *J = B.operator->();
  {
    auto C = make();
    B.swap(C);
  }
  look(J); // expected-warning {{is used after the destructor of 'rust::Box<Job>' may have invalidated it}}
}
