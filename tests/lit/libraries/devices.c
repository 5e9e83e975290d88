// RUN: %verify %s
// REQUIRES: avahi, bluez, sane
#include <avahi-client/client.h>
#include <avahi-client/publish.h>
#include <avahi-common/alternative.h>
#include <avahi-common/malloc.h>
#include <bluetooth/bluetooth.h>
#include <bluetooth/hci.h>
#include <bluetooth/hci_lib.h>
#include <sane/sane.h>
#include <stdlib.h>

int scanned(const char *name) {
  SANE_Handle h;
  if (sane_open(name, &h) != SANE_STATUS_GOOD)
    return -1;
  if (sane_start(h) != SANE_STATUS_GOOD)
    return -1; // expected-warning {{a scanner from 'sane_open' is lost without being released; release it with 'sane_close' [custody.ffi-03]}}
  sane_close(h);
  return 0;
}
int heard(int c) {
  int d = hci_open_dev(0);
  if (d < 0)
    return -1;
  if (c)
    return -1; // expected-warning {{a file descriptor from 'hci_open_dev' is lost without being released; release it with 'close' [custody.ffi-03]}}
  hci_close_dev(d);
  return 0;
}
void renamed(void) {
  free(avahi_alternative_host_name("x")); // expected-warning {{'free' releases memory from 'avahi_alternative_host_name'; release it with 'avahi_free' [custody.mem-03]}}
}
// A group goes with its client.
void grouped(AvahiClient *c) {
  avahi_entry_group_new(c, NULL, NULL);
}
