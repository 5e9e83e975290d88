// RUN: %verify %s
//
// What names alone say of a constructor does not count where nobody keeps what
// it makes: it registers itself. (bitlbee: irc_new, in bitlbee.c.)
typedef struct irc irc_t;
irc_t *irc_new(int fd);
void irc_free(irc_t *irc);

int single(void) {
  if (!irc_new(0))
    return 1;
  return 0;
}
int tested(void) {
  if (irc_new(0))
    return 0;
  return 1;
}
void discarded(int fd) { irc_new(fd); }
int kept(int fd) {
  irc_t *irc = irc_new(fd);
  if (!irc)
    return 1;
  return fd; // expected-warning {{an 'irc_t' from 'irc_new' is lost without being released; release it with 'irc_free' [custody.ffi-03]}}
}
