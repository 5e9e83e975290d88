// RUN: %verify -I %include %s
// RUN: not %custody -DWRONG -I %include %s -o /dev/null 2>&1 | FileCheck %s
//
// The macros for parameters, on the function as a whole.
#include <custody/annotations.h>
#include <stdlib.h>
typedef struct widget widget;
typedef struct list list;

CUSTODY_RETURNS(widget) widget *grow(void);
void wither(widget *w) CUSTODY_RELEASES(widget);
CUSTODY_RELEASES(w as widget *) void uproot(int how, widget **w);
void plant(list *l, widget *w) CUSTODY_ADOPTS(w as widget);
int graft(const char *name, widget **w) CUSTODY_OUT(argument 1 as widget);
CUSTODY_RETURNS(malloc) char *swap_text(char *old) CUSTODY_RELEASES(malloc);

void wrong_release(void) {
  widget *w = grow();
  free(w); // expected-warning {{'free' releases a 'widget' from 'grow'; release it with 'wither'}}
}
void planted(list *l) {
  widget *w = grow();
  plant(l, w);
  wither(w); // expected-warning {{that 'plant' already owns}}
}
void uprooted(void) {
  widget *w = grow();
  widget *also = w;
  uproot(1, &w);
  wither(also); // expected-warning {{that 'uproot' has already released}}
}
void grafted(void) {
  widget *w;
  if (graft("w", &w) >= 0)
    free(w); // expected-warning {{'free' releases a 'widget' from 'graft'}}
}
void swapped(void) {
  char *a = malloc(3);
  char *b = swap_text(a);
  free(a); // expected-warning {{that 'swap_text' has already released}}
  free(b);
}

void right(list *l) {
  plant(l, grow());
  widget *w = grow();
  wither(w);
  w = grow();
  uproot(1, &w);
  if (graft("w", &w) >= 0)
    wither(w);
  free(swap_text(malloc(3)));
}

#ifdef WRONG
// CHECK-DAG: statements-on-functions.c:[[@LINE+1]]:{{[0-9]+}}: error: 'releases' does not say which parameter; write 'releases how as widget'
void which(int how, widget *w) CUSTODY_RELEASES(widget);
// CHECK-DAG: statements-on-functions.c:[[@LINE+1]]:{{[0-9]+}}: error: 'misnamed' has no parameter 'widgte'{{.*}}
void misnamed(int how, widget *widget_) CUSTODY_ADOPTS(widgte as widget);
void ask(void) {
  which(1, grow());
  misnamed(1, grow());
}
#endif
