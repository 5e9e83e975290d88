// RUN: %verify -std=c++17 %s
//
// Box::from_raw takes the pointer back: two calls make two owners.
namespace rust {
inline namespace cxxbridge1 {
template <typename T> class Box final {
public:
  Box(Box &&) noexcept;
  ~Box() noexcept;
  Box &operator=(Box &&) & noexcept;
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

void twice() {
  auto B = makeEngine();
  Engine *Raw = B.into_raw();
  auto First = rust::Box<Engine>::from_raw(Raw);
  auto Second = rust::Box<Engine>::from_raw(Raw); // expected-warning-re {{adopts {{.*}} already owns; {{.*}} [custody.ffi-07]}}
}
void once() {
  auto B = makeEngine();
  Engine *Raw = B.into_raw();
  auto Again = rust::Box<Engine>::from_raw(Raw);
}
void backAndForth() {
  auto B = makeEngine();
  auto C = rust::Box<Engine>::from_raw(B.into_raw());
  auto D = rust::Box<Engine>::from_raw(C.into_raw());
}
