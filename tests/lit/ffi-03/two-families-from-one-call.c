// RUN: %verify -Xclang -analyzer-config -Xclang custody:Models=%S/two-families-from-one-call.custody.yaml %s
//
// Each of them is told.
struct key;
struct certificate;
int bundle_parse(const char *text, struct key **k, struct certificate **c);
void key_free(struct key *);
void certificate_free(struct certificate *);

int lost(const char *text) {
  struct key *k;
  struct certificate *c;
  if (bundle_parse(text, &k, &c) != 0)
    return -1;
  return 0; // expected-warning {{a key from 'bundle_parse' is lost}} expected-warning {{a certificate from 'bundle_parse' is lost}}
}
