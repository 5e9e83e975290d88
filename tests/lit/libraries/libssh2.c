// RUN: %verify %s
// REQUIRES: libssh2
#include <libssh2.h>
#include <libssh2_sftp.h>
#include <stdlib.h>

void lost(void) {
  LIBSSH2_SESSION *s = libssh2_session_init();
  if (!s)
    return;
  libssh2_session_set_blocking(s, 1); // expected-warning@+1 {{a session from 'libssh2_session_init_ex' is lost without being released; release it with 'libssh2_session_free' [custody.ffi-03]}}
}
void wrong(LIBSSH2_SESSION *s) {
  free(libssh2_sftp_init(s)); // expected-warning {{'free' releases an SFTP session from 'libssh2_sftp_init'; release it with 'libssh2_sftp_shutdown' [custody.mem-03]}}
}
void twice(void) {
  LIBSSH2_SESSION *s = libssh2_session_init();
  if (!s)
    return;
  libssh2_session_free(s);
  libssh2_session_free(s); // expected-warning {{'libssh2_session_free' releases a session from 'libssh2_session_init_ex' that 'libssh2_session_free' has already released; release it once [custody.own-01]}}
}
int untilItIsDone(void) {
  LIBSSH2_SESSION *s = libssh2_session_init();
  if (!s)
    return -1;
  int rc;
  do
    rc = libssh2_session_free(s);
  while (rc == LIBSSH2_ERROR_EAGAIN);
  return rc;
}
void channel(LIBSSH2_SESSION *s) {
  LIBSSH2_CHANNEL *c = libssh2_channel_open_session(s);
  if (!c)
    return;
  libssh2_channel_close(c);
  libssh2_channel_free(c);
}
