// RUN: %verify %s
// REQUIRES: libudev
#include <libudev.h>
#include <stdlib.h>
int scan(struct udev *u) {
  struct udev_enumerate *e = udev_enumerate_new(u);
  if (!e)
    return 1;
  if (udev_enumerate_scan_devices(e) < 0)
    return 2; // expected-warning {{an enumerator from 'udev_enumerate_new' is lost without being released; release it with 'udev_enumerate_unref' [custody.ffi-03]}}
  udev_enumerate_unref(e);
  return 0;
}
void wrong(void) {
  struct udev *u = udev_new();
  free(u); // expected-warning {{'free' releases a udev context from 'udev_new'; release it with 'udev_unref' [custody.mem-03]}}
}
void lent(struct udev_device *d) { free((char *)udev_device_get_devnode(d)); } // expected-warning {{'free' releases a string that 'udev_device_get_devnode' only lends; copy it to have your own [custody.mem-02]}}
