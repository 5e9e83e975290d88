// RUN: %verify %s
// REQUIRES: x11
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <stdlib.h>
int screen(void) {
  Display *d = XOpenDisplay(0);
  if (!d)
    return -1;
  return XDefaultScreen(d); // expected-warning {{a display connection from 'XOpenDisplay' is lost without being released; release it with 'XCloseDisplay' [custody.ffi-03]}}
}
int screenGood(void) {
  Display *d = XOpenDisplay(0);
  if (!d)
    return -1;
  GC g = XCreateGC(d, XDefaultRootWindow(d), 0, 0);
  XFlushGC(d, g);
  int s = XDefaultScreen(d);
  XCloseDisplay(d);
  return s;
}
void name(Display *d, Atom a) {
  free(XGetAtomName(d, a)); // expected-warning {{'free' releases memory from 'XGetAtomName'; release it with 'XFree' [custody.mem-03]}}
}
void tree(Display *d, Window w) {
  Window r, p, *c;
  unsigned n;
  if (XQueryTree(d, w, &r, &p, &c, &n))
    XBell(d, (int)n); // expected-warning {{memory from 'XQueryTree' is lost without being released; release it with 'XFree' [custody.ffi-03]}}
}
void treeGood(Display *d, Window w) {
  Window r, p, *c;
  unsigned n;
  if (XQueryTree(d, w, &r, &p, &c, &n))
    if (c)
      XFree(c);
}
void server(Display *d) { XFree(XServerVendor(d)); } // expected-warning {{'XFree' releases a string that 'XServerVendor' only lends; copy it to have your own [custody.mem-02]}}
void image(Display *d, Window w) {
  XImage *i = XGetImage(d, w, 0, 0, 1, 1, AllPlanes, ZPixmap);
  if (i)
    XDestroyImage(i);
}
