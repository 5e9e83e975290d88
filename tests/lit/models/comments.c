// RUN: %verify %s
//
// Comments say what the macros of custody/annotations.h say.
#include <stdlib.h>
typedef struct widget widget;

// custody: returns widget
widget *widget_new(void);
/* custody: releases widget */
void widget_free(widget *w);
int widget_open(const char *name,
                widget **w); // custody: out widget
void list_add(void *list, widget *w /* custody: adopts widget */);
/// Its name, for as long as it lives.
/// custody: borrows
char *widget_name(const widget *w);
void *buffer_get(size_t size); // custody: returns owned malloc
// custody: releases argument 1 as widget; adopts list as malloc
void both(void *list, widget *);
/*
 * custody: releases w as widget*
 */
void widget_clear(int how, widget **w);
struct parts {
  void *all; // custody: owns malloc
};

void bad(void) {
  widget *w = widget_new();
  free(w); // expected-warning{{'free' releases a 'widget' from 'widget_new'; release it with 'widget_free' [custody.mem-03]}}
}
void good(void) { widget_free(widget_new()); }

void twice(void) {
  widget *w = widget_new();
  widget_free(w);
  widget_free(w); // expected-warning{{that 'widget_free' has already released}}
}

void out(void) {
  widget *w;
  if (widget_open("a", &w) >= 0)
    free(w); // expected-warning{{'free' releases a 'widget' from 'widget_open'}}
}
void out_good(void) {
  widget *w;
  if (widget_open("a", &w) >= 0)
    widget_free(w);
}

void adopted(void *list) {
  widget *w = widget_new();
  list_add(list, w);
  widget_free(w); // expected-warning{{custody.ffi-07}}
}
void adopted_good(void *list) { list_add(list, widget_new()); }

void borrowed(widget *w) {
  free(widget_name(w)); // expected-warning{{that 'widget_name' only lends}}
}

void got(void) {
  void *p = buffer_get(3);
  widget_free(p); // expected-warning{{custody.mem-03}}
}
void got_good(void) { free(buffer_get(3)); }

void named(void) {
  void *list = malloc(3);
  widget *w = widget_new();
  both(list, w);
  widget_free(w); // expected-warning{{that 'both' has already released}}
}

void cleared(void) {
  widget *w = widget_new();
  widget_clear(1, &w);
}

// A comment in a body, behind other code or one line away says nothing here.
int other; // custody: returns widget
void *plain(void);
void nothing(void) {
  // custody: returns widget
  void *p = plain();
  free(p);
}

// custody: returns widget

void *apart(void);
void nothing_either(void) { free(apart()); }
