// RUN: %verify -std=c++17 %s
//
// On methods, templates, several redeclarations and owning classes.
#include <cstdlib>
#include <utility>

struct Widget;
namespace lib {
// custody: returns lib::widget
Widget *make();
struct Maker {
  Widget *make() const; // custody: returns lib::widget
};
// custody: returns malloc
template <class T> T *get();
} // namespace lib
// The definition's comment speaks, too.
void drop(Widget *);
void drop(Widget *w) { // custody: releases lib::widget
  (void)w;
}

// custody: owns lib::widget
class Holder {
  Widget *W;

public:
  explicit Holder(Widget *w) : W(w) {}
  ~Holder();
  Holder(const Holder &) = delete;
};

void bad() {
  free(lib::make()); // expected-warning{{custody.mem-03}}
}
void bad_method(const lib::Maker &m) {
  free(m.make()); // expected-warning{{custody.mem-03}}
}
void bad_template() {
  delete lib::get<int>(); // expected-warning{{custody.mem-03}}
}
void good(const lib::Maker &m) {
  drop(lib::make());
  drop(m.make());
  free(lib::get<char>());
}

void held(Widget *) {
  Widget *w = lib::make();
  Holder h(w);
  drop(w); // expected-warning{{custody.ffi-07}}
}
void held_good() { Holder h(lib::make()); }
void held_wrong() {
  Holder h(static_cast<Widget *>(malloc(1))); // expected-warning{{custody.mem-03}}
}
