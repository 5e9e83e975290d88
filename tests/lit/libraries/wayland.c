// RUN: %verify %s
// REQUIRES: wayland
#include <wayland-client.h>
#include <stdlib.h>
int try(void) {
  struct wl_display *d = wl_display_connect(0);
  if (!d)
    return 1;
  return wl_display_roundtrip(d); // expected-warning {{a display connection from 'wl_display_connect' is lost without being released; release it with 'wl_display_disconnect' [custody.ffi-03]}}
}
int tryGood(void) {
  struct wl_display *d = wl_display_connect(0);
  if (!d)
    return 1;
  int r = wl_display_roundtrip(d);
  wl_display_disconnect(d);
  return r;
}
void listen(struct wl_surface *s, struct wl_callback_listener *l) {
  struct wl_callback *c = wl_surface_frame(s);
  wl_callback_add_listener(c, l, 0);
  wl_surface_commit(s);
}
void region(struct wl_compositor *c, struct wl_surface *s) {
  struct wl_region *r = wl_compositor_create_region(c);
  wl_region_add(r, 0, 0, 1, 1);
  wl_surface_set_opaque_region(s, r);
  wl_region_destroy(r);
  wl_region_destroy(r); // expected-warning {{'wl_region_destroy' releases a region from 'wl_compositor_create_region' that 'wl_region_destroy' has already released; release it once [custody.own-01]}}
}
void wrong(struct wl_compositor *c) {
  struct wl_region *r = wl_compositor_create_region(c);
  free(r); // expected-warning {{'free' releases a region from 'wl_compositor_create_region'; release it with 'wl_region_destroy' [custody.mem-03]}}
}
