// RUN: %verify -std=c++17 %s
//
// cxx's rust::Box: what from_raw takes must have come from into_raw.
#include <cstdlib>
#include <memory>

namespace rust {
inline namespace cxxbridge1 {
template <typename T> class Box final {
public:
  Box(Box &&) noexcept;
  ~Box() noexcept;
  Box &operator=(Box &&) & noexcept;
  const T *operator->() const noexcept;
  T *operator->() noexcept;
  static Box from_raw(T *) noexcept;
  T *into_raw() noexcept;

private:
  T *ptr;
};
} // namespace cxxbridge1
} // namespace rust

struct Engine {
  int Speed;
};
rust::Box<Engine> makeEngine();

void newIntoBox() {
  auto *Raw = new Engine;
  auto B = rust::Box<Engine>::from_raw(Raw); // expected-warning {{adopts memory from 'new'}}
}
void mallocIntoBox() {
  auto *Raw = static_cast<Engine *>(malloc(sizeof(Engine)));
  auto B = rust::Box<Engine>::from_raw(Raw); // expected-warning {{adopts memory from 'malloc'}}
}
void stackIntoBox() {
  Engine E{};
  auto B = rust::Box<Engine>::from_raw(&E); // expected-warning {{adopts 'E', which lives on the stack; nothing may release it [custody.mem-03]}}
}

void deleteOfIntoRaw() {
  rust::Box<Engine> B = makeEngine();
  delete B.into_raw(); // expected-warning-re {{'delete' releases {{.*}} [custody.mem-03]}}
}
void freeOfIntoRaw() {
  rust::Box<Engine> B = makeEngine();
  Engine *Raw = B.into_raw();
  free(Raw); // expected-warning-re {{'free' releases {{.*}} [custody.mem-03]}}
}
void uniquePtrOfIntoRaw() {
  rust::Box<Engine> B = makeEngine();
  std::unique_ptr<Engine> P(B.into_raw()); // expected-warning-re {{'std::unique_ptr<Engine>' adopts {{.*}} but releases it with 'delete'}}
}

void roundTripGood() {
  rust::Box<Engine> B = makeEngine();
  Engine *Raw = B.into_raw();
  Raw->Speed = 1;
  auto Again = rust::Box<Engine>::from_raw(Raw);
}

// What a box holds is the box's to release.
void contentsDeleted(rust::Box<Engine> B) {
  delete B.operator->(); // expected-warning-re {{'delete' releases what a Rust box holds that 'rust::Box::operator->' only lends; {{.*}} [custody.mem-03]}}
}
