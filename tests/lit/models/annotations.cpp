// RUN: %verify -I %include %s
//
// The macros in C++: families with `[]` and `::`, members, owners.
#include <custody/annotations.h>
#include <cstdlib>

namespace lib {
class Widget;
CUSTODY_RETURNS(lib::widget) Widget *fetch();
void done(Widget *W CUSTODY_RELEASES(lib::widget));
CUSTODY_RETURNS(new[]) char *text(const Widget &W);
struct Factory {
  CUSTODY_RETURNS(lib::widget) Widget *build();
};
} // namespace lib

void wrongRelease() {
  lib::Widget *W = lib::fetch();
  free(W); // expected-warning {{'free' releases a 'Widget' from}}
}
void wrongMember(lib::Factory &F) {
  lib::Widget *W = F.build();
  free(W); // expected-warning {{'free' releases a 'Widget' from}}
}
void wrongArray(const lib::Widget &W) {
  free(lib::text(W)); // expected-warning {{release it with 'delete[]'}}
}
void right(lib::Factory &F, const lib::Widget &W) {
  lib::done(lib::fetch());
  lib::done(F.build());
  delete[] lib::text(W);
}
