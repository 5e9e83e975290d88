// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// A wrapper that gives its box back when it ends.
namespace rust {
inline namespace cxxbridge1 {
template <typename T> class Box final {
public:
  Box(Box &&) noexcept;
  ~Box() noexcept;
  T *operator->() noexcept;
  static Box from_raw(T *) noexcept;
  T *into_raw() noexcept;

private:
  T *ptr;
};
} // namespace cxxbridge1
} // namespace rust

struct Engine {
  int Rpm;
};
rust::Box<Engine> make();
struct Handle {
  Engine *Raw;
  explicit Handle(rust::Box<Engine> B) : Raw(B.into_raw()) {}
  Handle(const Handle &) = delete;
  ~Handle() {
    if (Raw)
      rust::Box<Engine>::from_raw(Raw);
  }
};
void used() {
  Handle H(make());
  H.Raw->Rpm = 1;
}
// A box that has moved lends no longer, but what it has lent lives on.
int movedOn() {
  rust::Box<Engine> A = make();
  Engine *E = A.operator->();
  rust::Box<Engine> B(static_cast<rust::Box<Engine> &&>(A));
  return E->Rpm;
}
