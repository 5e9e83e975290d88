// RUN: %verify %s
// REQUIRES: systemd
#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>
#include <systemd/sd-journal.h>
#include <stdlib.h>
int call(sd_bus *b) {
  sd_bus_message *m = 0;
  int r = sd_bus_call_method(b, "a.b", "/a", "a.b", "C", 0, &m, "");
  if (r < 0)
    return r;
  return sd_bus_message_read(m, "s", 0); // expected-warning {{a message from 'sd_bus_call_method' is lost without being released; release it with 'sd_bus_message_unref' [custody.ffi-03]}}
}
int callGood(sd_bus *b) {
  sd_bus_message *m = 0;
  int r = sd_bus_call_method(b, "a.b", "/a", "a.b", "C", 0, &m, "");
  if (r >= 0)
    r = sd_bus_message_read(m, "s", 0);
  sd_bus_message_unref(m);
  return r;
}
void cursor(sd_journal *j) {
  char *c;
  if (sd_journal_get_cursor(j, &c) < 0)
    return;
  free(c);
}
void journal(void) {
  sd_journal *j;
  if (sd_journal_open(&j, 0) < 0)
    return;
  free(j); // expected-warning {{'free' releases a journal from 'sd_journal_open'; release it with 'sd_journal_close' [custody.mem-03]}}
}
int loop(void) {
  sd_event *e;
  int r = sd_event_default(&e);
  if (r < 0)
    return r;
  r = sd_event_loop(e);
  sd_event_unref(e);
  return r;
}
