// RUN: %verify -std=c++17 %s
//
// Which memory an owner of one allocator may own: its allocator's, only.
#include <cstdlib>
#include <memory>
#include <sys/mman.h>

namespace rust {
inline namespace cxxbridge1 {
template <typename T> class Box final {
public:
  Box(Box &&) noexcept;
  ~Box() noexcept;
  static Box from_raw(T *) noexcept;
  T *into_raw() noexcept;

private:
  T *ptr;
};
} // namespace cxxbridge1
} // namespace rust
struct Data {
  int Value;
};
rust::Box<Data> makeData();
static Data Shared;

void ofRust() {
  auto B = makeData();
  auto C = rust::Box<Data>::from_raw(B.into_raw());
}
void ofMalloc() {
  auto *P = static_cast<Data *>(malloc(sizeof(Data)));
  auto B = rust::Box<Data>::from_raw(P); // expected-warning {{adopts memory from 'malloc'}}
}
void ofNew() {
  auto B = rust::Box<Data>::from_raw(new Data); // expected-warning {{adopts memory from 'new'}}
}
void ofMmap() {
  void *P = mmap(nullptr, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (P == MAP_FAILED)
    return;
  auto B = rust::Box<Data>::from_raw(static_cast<Data *>(P)); // expected-warning {{adopts memory from 'mmap'}}
}
void ofTheStack() {
  Data D{1};
  auto B = rust::Box<Data>::from_raw(&D); // expected-warning {{adopts 'D', which lives on the stack; nothing may release it [custody.mem-03]}}
}
void ofStaticStorage() {
  auto B = rust::Box<Data>::from_raw(&Shared); // expected-warning {{adopts 'Shared', which has static storage; nothing may release it [custody.mem-03]}}
}
