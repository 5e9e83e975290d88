// RUN: %verify %s
//
// clang's own attributes, with a family that only they name.
typedef struct widget widget;
widget *widget_fetch(void) __attribute__((ownership_returns(wdg)));
void widget_put(widget *) __attribute__((ownership_takes(wdg, 1)));
void widget_store(widget *) __attribute__((ownership_holds(wdg, 1)));
void *my_alloc(unsigned long) __attribute__((ownership_returns(malloc, 1)));
void my_free(void *) __attribute__((ownership_takes(malloc, 1)));
void free(void *);

typedef int handle;
int handle_make(handle *out __attribute__((acquire_handle("tag"))));
handle handle_fetch(void) __attribute__((acquire_handle("tag")));
int handle_look(handle h __attribute__((use_handle("tag"))));
void handle_done(handle h __attribute__((release_handle("tag"))));

void wrong_release(void) {
  widget *w = widget_fetch();
  free(w); // expected-warning {{'free' releases a 'widget' from 'widget_fetch'; release it with 'widget_put'}}
}
void lost(void) {
  widget *w = widget_fetch();
  (void)w;
} // expected-warning {{a 'widget' from 'widget_fetch' is lost without being released; release it with 'widget_put'}}
void stored(void) {
  widget *w = widget_fetch();
  widget_store(w);
}
void twice(void) {
  widget *w = widget_fetch();
  widget_put(w);
  widget_put(w); // expected-warning {{that 'widget_put' has already released}}
}
void one_family(void) {
  free(my_alloc(1));
  my_free(my_alloc(1));
}
void handle_lost(void) {
  handle h;
  if (handle_make(&h) < 0)
    return;
  handle_look(h);
} // expected-warning {{is lost without being released; release it with 'handle_done'}}
void handle_used_late(void) {
  handle h = handle_fetch();
  handle_done(h);
  handle_look(h); // expected-warning {{is used after 'handle_done' released it}}
}
void handle_good(void) {
  handle h;
  if (handle_make(&h) < 0)
    return;
  handle_look(h);
  handle_done(h);
  handle g = handle_fetch();
  if (g >= 0)
    handle_done(g);
}
