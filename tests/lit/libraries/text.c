// RUN: %verify %s
// REQUIRES: gettext-po, libunistring
#include <stdio.h>
#include <stdarg.h>
#include <stdlib.h>
#include <gettext-po.h>
#include <uniconv.h>
#include <unistr.h>

void copied(const uint8_t *s) {
  uint8_t *c = u8_strdup(s);
  if (!c)
    return;
  if (u8_strlen(c) > 3)
    return; // expected-warning {{memory from 'u8_strdup' is lost without being released; release it with 'free' [custody.ffi-03]}}
  free(c);
}
void iterated(po_file_t f) {
  po_message_iterator_t i = po_message_iterator(f, NULL);
  po_message_t m = po_next_message(i);
  free((void *)po_message_msgid(m)); // expected-warning {{'free' releases a string that 'po_message_msgid' only lends; copy it to have your own [custody.mem-02]}}
  po_message_iterator_free(i);
}
