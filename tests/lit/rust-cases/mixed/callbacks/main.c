#include <stdlib.h>

typedef int (*Call)(void *);
int with_user(Call call, void *user);

int run_once(Call call, void *user) { return call(user); }
int run_and_free(Call call, void *user) {
  int n = call(user);
  free(user);
  return n;
}

static int look(void *user) { return *(int *)user; }

int freed_twice(void) {
  int *user = calloc(1, sizeof *user);
  if (!user)
    return -1;
  int n = with_user(look, user);
  // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'free' releases memory from 'calloc' that 'with_user' has already released{{.*}} [custody.own-01]
  free(user);
  return n;
}

int given_to_rust(void) {
  int *user = calloc(1, sizeof *user);
  if (!user)
    return -1;
  return with_user(look, user);
}
