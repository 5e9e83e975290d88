// RUN: %verify %s
// REQUIRES: libssh
#include <libssh/libssh.h>
#include <stdlib.h>

int lost(const char *host) {
  ssh_session s = ssh_new();
  if (!s)
    return -1;
  ssh_options_set(s, SSH_OPTIONS_HOST, host);
  if (ssh_connect(s) != SSH_OK)
    return -1; // expected-warning {{a session from 'ssh_new' is lost without being released; release it with 'ssh_free' [custody.ffi-03]}}
  ssh_disconnect(s);
  ssh_free(s);
  return 0;
}
int key(ssh_session s) {
  ssh_key key;
  unsigned char *hash;
  size_t length;
  if (ssh_get_server_publickey(s, &key) != SSH_OK)
    return -1;
  int rc = ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &length);
  ssh_key_free(key);
  if (rc != 0)
    return -1;
  ssh_clean_pubkey_hash(&hash);
  return 0;
}
void wrong(ssh_session s) {
  ssh_key key;
  if (ssh_get_server_publickey(s, &key) == SSH_OK)
    free(key); // expected-warning {{'free' releases a key from 'ssh_get_server_publickey'; release it with 'ssh_key_free' [custody.mem-03]}}
}
