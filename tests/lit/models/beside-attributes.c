// RUN: %verify -Xclang -verify-ignore-unexpected=note -I %include %s
//
// An attribute overrides what would be inferred; what is inferred joins the
// family that an attribute names.
#include <custody/annotations.h>
#include <stdlib.h>
typedef struct Thing Thing;
Thing *thing_new(void);
CUSTODY_RETURNS(malloc) Thing *thing_clone(const Thing *t);
void thing_free(Thing *t CUSTODY_RELEASES(malloc));

void joined(const Thing *t) {
  free(thing_new());
  free(thing_clone(t));
  thing_free(thing_clone(t));
}
void lost(void) {
  Thing *t = thing_new();
  (void)t;
} // expected-warning {{memory from 'thing_new' is lost without being released; release it with 'free'}}
