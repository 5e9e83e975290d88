// RUN: %verify %s
// REQUIRES: hiredis
#include <hiredis/hiredis.h>
#include <stdlib.h>

int lost(const char *host) {
  redisContext *c = redisConnect(host, 6379);
  if (!c)
    return -1;
  redisReply *reply = redisCommand(c, "PING");
  if (!reply)
    return -1; // expected-warning {{a connection from 'redisConnect' is lost without being released; release it with 'redisFree' [custody.ffi-03]}}
  freeReplyObject(reply);
  redisFree(c);
  return 0;
}
void wrong(redisContext *c) {
  redisReply *reply = redisCommand(c, "GET %s", "a");
  free(reply); // expected-warning {{'free' releases a reply from 'redisCommand'; release it with 'freeReplyObject' [custody.mem-03]}}
}
void closed(const char *host) {
  redisContext *c = redisConnect(host, 6379);
  redisFree(c);
  redisReconnect(c); // expected-warning {{a connection from 'redisConnect' is used after 'redisFree' released it; use it before, or not at all [custody.own-02]}}
}
