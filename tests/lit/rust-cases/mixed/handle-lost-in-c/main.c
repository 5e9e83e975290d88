struct Engine;
struct Engine *ignite(int speed);
int ignite_into(int speed, struct Engine **out);
int rpm(const struct Engine *engine);
void halt(struct Engine *engine);

int lost(int speed) {
  struct Engine *e = ignite(speed);
  if (!e)
    return -1;
  if (rpm(e) > 100)
    // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'ignite' is lost {{.*}}'halt' [custody.ffi-03]
    return 100;
  halt(e);
  return 0;
}

int lost_from_out(int speed) {
  struct Engine *e;
  if (ignite_into(speed, &e) != 0)
    return -1;
  if (rpm(e) > 100)
    // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'ignite_into' is lost {{.*}}'halt' [custody.ffi-03]
    return 100;
  halt(e);
  return 0;
}

int right(int speed) {
  struct Engine *e = ignite(speed);
  int n = rpm(e);
  halt(e);
  return n;
}
