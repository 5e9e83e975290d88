// RUN: %verify -I %include %s
// RUN: echo 'int x;' | %clang -fsyntax-only -Werror -Wall -Wextra -pedantic -std=c90 -include %include/custody/annotations.h -x c -
//
// The macros of custody/annotations.h.
#include <custody/annotations.h>
#include <stdlib.h>
typedef struct widget widget;
typedef struct list list;
CUSTODY_RETURNS(widget) widget *widget_fetch(void);
int widget_build(const char *name, widget **w CUSTODY_OUT(widget));
void widget_done(widget *w CUSTODY_RELEASES(widget));
void widget_reset(widget **w CUSTODY_RELEASES(widget *));
void list_add(list *l, widget *w CUSTODY_ADOPTS(widget));
CUSTODY_BORROWS char *widget_name(const widget *w);

/* On any redeclaration. */
char *text_of(const widget *w);
CUSTODY_RETURNS(malloc) char *text_of(const widget *w);

void wrong_release(void) {
  widget *w = widget_fetch();
  free(w); // expected-warning {{'free' releases a 'widget' from 'widget_fetch'; release it with 'widget_done'}}
}
void lost(void) {
  widget *w;
  if (widget_build("w", &w) >= 0 && w)
    widget_name(w);
} // expected-warning {{a 'widget' from 'widget_build' is lost without being released; release it with 'widget_done'}}
void borrowed(const widget *w) {
  char *name = widget_name(w);
  free(name); // expected-warning {{'free' releases a string that 'widget_name' only lends}}
}
void text_lost(const widget *w) {
  char *text = text_of(w);
  (void)text;
} // expected-warning {{memory from 'text_of' is lost without being released; release it with 'free'}}

void right(list *l, const widget *v) {
  widget *w = widget_fetch();
  list_add(l, w);
  w = widget_fetch();
  widget_done(w);
  w = widget_fetch();
  widget_reset(&w);
  free(text_of(v));
}
