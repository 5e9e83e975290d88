// RUN: %verify -I/usr/include/libnl3 %s
// REQUIRES: libnl3, libseccomp, libcap, libblkid, numactl
#include <netlink/netlink.h>
#include <netlink/msg.h>
#include <netlink/route/link.h>
#include <seccomp.h>
#include <sys/capability.h>
#include <blkid/blkid.h>
#include <numa.h>
#include <stdlib.h>

int filtered(void) {
  scmp_filter_ctx c = seccomp_init(SCMP_ACT_ALLOW);
  if (!c)
    return -1;
  if (seccomp_load(c) < 0)
    return -1; // expected-warning {{a filter from 'seccomp_init' is lost without being released; release it with 'seccomp_release' [custody.ffi-03]}}
  seccomp_release(c);
  return 0;
}
void capable(void) {
  char *s = cap_to_text(cap_get_proc(), NULL); // expected-warning {{a capability state from 'cap_get_proc' is lost without being released; release it with 'cap_free' [custody.ffi-03]}}
  cap_free(s);
}
void capableWrong(cap_t c) {
  free(cap_to_text(c, NULL)); // expected-warning {{'free' releases a capability state from 'cap_to_text'; release it with 'cap_free' [custody.mem-03]}}
}
void probed(const char *path) {
  blkid_probe p = blkid_new_probe_from_filename(path);
  if (!p)
    return;
  blkid_do_probe(p);
  blkid_free_probe(p);
  blkid_do_probe(p); // expected-warning {{a probe from 'blkid_new_probe_from_filename' is used after 'blkid_free_probe' released it; use it before, or not at all [custody.own-02]}}
}
void device(void) {
  char *d = blkid_get_devname(NULL, "LABEL", "x");
  free(d);
}
void masked(void) {
  struct bitmask *m = numa_allocate_cpumask();
  free(m); // expected-warning {{'free' releases a bit mask from 'numa_allocate_cpumask'; release it with 'numa_bitmask_free' [custody.mem-03]}}
}
void sized(void) {
  void *p = numa_alloc_local(64);
  numa_free(p, 32); // expected-warning {{'numa_free' releases memory from 'numa_alloc_local' with size 32 but it was acquired with 64; pass the same size [custody.own-04]}}
}
int sent(struct nl_sock *s) {
  struct nl_msg *m = nlmsg_alloc();
  if (!m)
    return -1;
  if (nl_send_auto(s, m) < 0)
    return -1; // expected-warning {{a netlink message from 'nlmsg_alloc' is lost without being released; release it with 'nlmsg_free' [custody.ffi-03]}}
  nlmsg_free(m);
  return 0;
}
int linked(struct nl_sock *s) {
  struct nl_cache *c;
  if (rtnl_link_alloc_cache(s, AF_UNSPEC, &c) < 0)
    return -1;
  struct rtnl_link *l = rtnl_link_get_by_name(c, "eth0");
  if (l)
    rtnl_link_put(l);
  nl_cache_free(c);
  return 0;
}
