// RUN: %verify %s
// REQUIRES: libmnl, libnftnl, libnftables
#include <stdio.h>
#include <stdlib.h>
#include <libmnl/libmnl.h>
#include <libnftnl/chain.h>
#include <libnftnl/expr.h>
#include <libnftnl/rule.h>
#include <nftables/libnftables.h>

int run(const char *cmd) {
  struct nft_ctx *c = nft_ctx_new(NFT_CTX_DEFAULT);
  if (!c)
    return -1;
  if (nft_run_cmd_from_buffer(c, cmd))
    return -1; // expected-warning {{an nftables context from 'nft_ctx_new' is lost without being released; release it with 'nft_ctx_free' [custody.ffi-03]}}
  nft_ctx_free(c);
  return 0;
}
int bound(void) {
  struct mnl_socket *s = mnl_socket_open(0);
  if (!s)
    return -1;
  if (mnl_socket_bind(s, 0, MNL_SOCKET_AUTOPID) < 0)
    return -1; // expected-warning {{a netlink socket from 'mnl_socket_open' is lost without being released; release it with 'mnl_socket_close' [custody.ffi-03]}}
  mnl_socket_close(s);
  return 0;
}
void added(struct nftnl_rule *r) {
  struct nftnl_expr *e = nftnl_expr_alloc("counter");
  if (!e)
    return;
  nftnl_rule_add_expr(r, e);
  nftnl_expr_free(e); // expected-warning {{'nftnl_expr_free' releases an expression from 'nftnl_expr_alloc' that 'nftnl_rule_add_expr' already owns; leave the release to its owner [custody.ffi-07]}}
}
void addedGood(struct nftnl_chain *c) {
  struct nftnl_rule *r = nftnl_rule_alloc();
  if (!r)
    return;
  struct nftnl_expr *e = nftnl_expr_alloc("counter");
  if (e)
    nftnl_rule_add_expr(r, e);
  nftnl_chain_rule_add_tail(r, c);
}
