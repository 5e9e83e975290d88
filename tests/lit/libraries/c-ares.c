// RUN: %verify %s
// REQUIRES: c-ares
#include <ares.h>
#include <netdb.h>
#include <stdlib.h>

int lost(const char *servers) {
  ares_channel channel;
  if (ares_init(&channel) != ARES_SUCCESS)
    return -1;
  if (ares_set_servers_csv(channel, servers) != ARES_SUCCESS)
    return -1; // expected-warning {{a channel from 'ares_init' is lost without being released; release it with 'ares_destroy' [custody.ffi-03]}}
  ares_destroy(channel);
  return 0;
}
void wrong(const unsigned char *answer, int length) {
  struct hostent *host;
  if (ares_parse_ns_reply(answer, length, &host) == ARES_SUCCESS)
    free(host); // expected-warning {{'free' releases a host entry from 'ares_parse_ns_reply'; release it with 'ares_free_hostent' [custody.mem-03]}}
}
void good(const unsigned char *answer, int length) {
  struct ares_srv_reply *srv;
  if (ares_parse_srv_reply(answer, length, &srv) == ARES_SUCCESS)
    ares_free_data(srv);
}
