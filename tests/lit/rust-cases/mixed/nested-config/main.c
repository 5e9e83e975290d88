#include <stdlib.h>
#include <string.h>

struct Config {
  int timeout_ms;
  char *name;
};
struct Config *settings(int timeout_ms);
void settings_done(struct Config *config);
void settings_call(struct Config *config, const char *name);

void freed(void) {
  struct Config *c = settings(1);
  // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'free' releases {{.*}}'settings'; release it with 'settings_done' [custody.mem-03]
  free(c);
}

int afterwards(void) {
  struct Config *c = settings(1);
  if (!c)
    return -1;
  settings_done(c);
  // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'settings' is used after 'settings_done' released it{{.*}} [custody.own-02]
  return c->timeout_ms;
}

int lost(const char *name) {
  struct Config *c = settings(1);
  if (!c)
    return -1;
  settings_call(c, name);
  // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'settings' is lost {{.*}}'settings_done' [custody.ffi-03]
  return 0;
}

int right(const char *name) {
  struct Config *c = settings(1);
  if (!c)
    return -1;
  settings_call(c, name);
  int n = c->timeout_ms;
  settings_done(c);
  return n;
}
