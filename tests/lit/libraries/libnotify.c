// RUN: %verify -I/usr/include/gdk-pixbuf-2.0 -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -I/usr/lib/aarch64-linux-gnu/glib-2.0/include -I/usr/include/libpng16 -I/usr/include/x86_64-linux-gnu -I/usr/include/aarch64-linux-gnu -I/usr/include/libmount -I/usr/include/blkid %s
// REQUIRES: libnotify
#include <libnotify/notify.h>
void tell(void) {
  NotifyNotification *n = notify_notification_new("a", "b", NULL);
  notify_notification_show(n, NULL);
} // expected-warning {{an object from 'notify_notification_new' is lost without being released; release it with 'g_object_unref' [custody.ffi-03]}}
void tellGood(void) {
  NotifyNotification *n = notify_notification_new("a", "b", NULL);
  notify_notification_show(n, NULL);
  g_object_unref(n);
}
