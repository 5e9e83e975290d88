// RUN: %verify -I/usr/include/libusb-1.0 %s
// REQUIRES: libusb
#include <libusb.h>
#include <stdlib.h>
long list(libusb_context *c) {
  libusb_device **l;
  long n = libusb_get_device_list(c, &l); // expected-warning {{a device list from 'libusb_get_device_list' is lost without being released; release it with 'libusb_free_device_list' [custody.ffi-03]}}
  if (n < 0)
    return n;
  return n;
}
long listGood(libusb_context *c) {
  libusb_device **l;
  long n = libusb_get_device_list(c, &l);
  if (n < 0)
    return n;
  libusb_free_device_list(l, 1);
  return n;
}
int open(libusb_device *d) {
  libusb_device_handle *h;
  if (libusb_open(d, &h))
    return 1;
  if (libusb_claim_interface(h, 0))
    return 2; // expected-warning {{a device handle from 'libusb_open' is lost without being released; release it with 'libusb_close' [custody.ffi-03]}}
  libusb_close(h);
  return 0;
}
void wrong(libusb_device *d) {
  struct libusb_config_descriptor *c;
  if (libusb_get_active_config_descriptor(d, &c) == 0)
    free(c); // expected-warning {{'free' releases a configuration descriptor from 'libusb_get_active_config_descriptor'; release it with 'libusb_free_config_descriptor' [custody.mem-03]}}
}
