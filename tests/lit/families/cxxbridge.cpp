// RUN: %verify -std=c++17 %s
//
// The names of cxx.h, as far as they matter here.
#include <cstddef>
#include <cstdlib>
#include <string>

namespace rust {
inline namespace cxxbridge1 {
template <typename T> class Box final {
public:
  Box(Box &&) noexcept;
  ~Box() noexcept;
  T *operator->() noexcept;
  T *into_raw() noexcept;
  static Box from_raw(T *) noexcept;

private:
  T *Ptr;
};

class Str final {
public:
  const char *data() const noexcept;
  std::size_t size() const noexcept;
};

class String final {
public:
  String(const char *);
  String(String &&) noexcept;
  ~String() noexcept;
  const char *data() const noexcept;
  const char *c_str() noexcept;
  void reserve(std::size_t) noexcept;
};
} // namespace cxxbridge1
} // namespace rust

struct Job {
  int Id = 0;
};
rust::Box<Job> make();

void fromNew() {
  auto B = rust::Box<Job>::from_raw(new Job); // expected-warning {{adopts memory from 'new'}}
}
void freed() {
  Job *J = make().into_raw();
  std::free(J); // expected-warning-re {{'free' releases {{.*}} [custody.mem-03]}}
}
void lost() {
  Job *J = make().into_raw();
  J->Id = 1;
} // expected-warning-re {{{{.*}} is lost without being released{{.*}} [custody.ffi-03]}}
void twice() {
  Job *J = make().into_raw();
  auto B = rust::Box<Job>::from_raw(J);
  auto C = rust::Box<Job>::from_raw(J); // expected-warning-re {{{{.*}}adopts {{.*}} already owns; {{.*}} [custody.ffi-07]}}
}
void roundTrip() {
  Job *J = make().into_raw();
  J->Id = 1;
  auto B = rust::Box<Job>::from_raw(J);
}

void text(rust::Str S) {
  std::free(const_cast<char *>(S.data())); // expected-warning {{'free' releases a Rust string}}
}
void buffer(rust::String S) {
  delete[] S.c_str(); // expected-warning {{'delete[]' releases a Rust string}}
}
// A Rust string copies the characters.
void copied() {
  char *P = static_cast<char *>(std::malloc(8));
  if (!P)
    return;
  P[0] = 0;
  rust::String S(P); // expected-warning {{memory from 'malloc' is lost}}
}
