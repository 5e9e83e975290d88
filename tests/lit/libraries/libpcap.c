// RUN: %verify %s
// REQUIRES: libpcap
#include <pcap/pcap.h>
#include <stdlib.h>
int open(const char *f, char *e) {
  pcap_t *p = pcap_open_offline(f, e);
  if (!p)
    return 1;
  return pcap_datalink(p); // expected-warning {{a capture handle from 'pcap_open_offline' is lost without being released; release it with 'pcap_close' [custody.ffi-03]}}
}
int openGood(const char *f, char *e) {
  pcap_t *p = pcap_open_offline(f, e);
  if (!p)
    return 1;
  int d = pcap_datalink(p);
  pcap_close(p);
  return d;
}
void devices(char *e) {
  pcap_if_t *l;
  if (pcap_findalldevs(&l, e) == 0)
    free(l); // expected-warning {{'free' releases a device list from 'pcap_findalldevs'; release it with 'pcap_freealldevs' [custody.mem-03]}}
}
void filter(pcap_t *p) {
  struct bpf_program b;
  if (pcap_compile(p, &b, "tcp", 1, 0) != 0)
    return;
  pcap_setfilter(p, &b);
  pcap_freecode(&b);
}
