// RUN: %verify -I/usr/include/dbus-1.0 -I/usr/lib/x86_64-linux-gnu/dbus-1.0/include -I/usr/lib/aarch64-linux-gnu/dbus-1.0/include %s
// REQUIRES: dbus
#include <dbus/dbus.h>
#include <stdlib.h>
void call(DBusConnection *c) {
  DBusMessage *m = dbus_message_new_method_call("a.b", "/a", "a.b", "C");
  if (!m)
    return;
  dbus_connection_send(c, m, 0);
} // expected-warning {{a message from 'dbus_message_new_method_call' is lost without being released; release it with 'dbus_message_unref' [custody.ffi-03]}}
void callGood(DBusConnection *c) {
  DBusMessage *m = dbus_message_new_method_call("a.b", "/a", "a.b", "C");
  if (!m)
    return;
  DBusMessage *r = dbus_connection_send_with_reply_and_block(c, m, -1, 0);
  dbus_message_unref(m);
  if (r)
    dbus_message_unref(r);
}
void id(void) { free(dbus_get_local_machine_id()); } // expected-warning {{'free' releases memory from 'dbus_get_local_machine_id'; release it with 'dbus_free' [custody.mem-03]}}
void idGood(void) { dbus_free(dbus_get_local_machine_id()); }
void path(DBusMessage *m) { dbus_free((char *)dbus_message_get_path(m)); } // expected-warning {{'dbus_free' releases a string that 'dbus_message_get_path' only lends; copy it to have your own [custody.mem-02]}}
