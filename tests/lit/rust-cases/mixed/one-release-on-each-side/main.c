#include <stdlib.h>

struct Job;
struct Job *job(int id);
void job_done(struct Job *job);
void swallow(void *p);

void finish(void *p) { job_done(p); }
int look(const void *p) { return p != NULL; }
void *buffer(size_t size) { return malloc(size); }

void swallowed_and_freed(void) {
  char *p = malloc(8);
  if (!p)
    return;
  swallow(p);
  // CHECK: main.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'free' releases memory from 'malloc' that 'swallow' has already released{{.*}} [custody.own-01]
  free(p);
}

void swallowed(void) {
  char *p = malloc(8);
  if (p)
    swallow(p);
}
