// RUN: %verify %s
// REQUIRES: librdkafka
#include <librdkafka/rdkafka.h>
#include <stdlib.h>

rd_kafka_t *made(char *error) {
  rd_kafka_conf_t *conf = rd_kafka_conf_new();
  rd_kafka_t *rk = rd_kafka_new(RD_KAFKA_PRODUCER, conf, error, 512);
  if (!rk)
    rd_kafka_conf_destroy(conf);
  return rk;
}
void madeTwice(char *error) {
  rd_kafka_conf_t *conf = rd_kafka_conf_new();
  rd_kafka_t *rk = rd_kafka_new(RD_KAFKA_PRODUCER, conf, error, 512);
  if (!rk)
    return; // expected-warning {{a configuration from 'rd_kafka_conf_new' is lost without being released; release it with 'rd_kafka_conf_destroy' [custody.ffi-03]}}
  rd_kafka_conf_destroy(conf); // expected-warning {{'rd_kafka_conf_destroy' releases a configuration from 'rd_kafka_conf_new' that 'rd_kafka_new' already owns; leave the release to its owner [custody.ffi-07]}}
  rd_kafka_destroy(rk);
}
int lost(rd_kafka_t *rk) {
  rd_kafka_message_t *m = rd_kafka_consumer_poll(rk, 100);
  if (!m)
    return 0;
  if (rd_kafka_message_errstr(m))
    return -1; // expected-warning {{a message from 'rd_kafka_consumer_poll' is lost without being released; release it with 'rd_kafka_message_destroy' [custody.ffi-03]}}
  rd_kafka_message_destroy(m);
  return 1;
}
