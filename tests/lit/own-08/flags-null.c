// RUN: %verify -Xclang -analyzer-checker=custody.own-08 %s
//
// A release function is called on error paths, with whatever is there.
#include <stdlib.h>

typedef struct Config {
  char *name;
} Config;

Config *config_new(void);
void config_free(Config *config) {
  free(config->name); // expected-warning-re {{'config_free' dereferences 'config' without accepting null; {{.*}} [custody.own-08]}}
  free(config);
}

typedef struct Options {
  char *name;
} Options;
Options *options_new(void);
void options_free(Options *options) {
  if (!options)
    return;
  free(options->name);
  free(options);
}

typedef struct Node {
  struct Node *next;
} Node;
Node *node_new(void);
void node_free(Node *node) {
  while (node) {
    Node *next = node->next;
    free(node);
    node = next;
  }
}

// free itself accepts null.
typedef struct Plain {
  int x;
} Plain;
Plain *plain_new(void);
void plain_free(Plain *plain) { free(plain); }
