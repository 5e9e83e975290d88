// RUN: %verify -Xclang -analyzer-config -Xclang custody:Models=%S/conditions.custody.yaml %s
//
// References are counted; results may depend on an argument.
#include <stdlib.h>
#include <string.h>
typedef struct job job;
typedef struct queue queue;
job *job_new(void);
job *job_current(void);
job *job_ref(job *j);
void job_unref(job *j);
void queue_take(queue *q, job *j);
int queue_find(queue *q, job *j);
char *job_text(job *j, char *buffer);
char *job_word(char *text);
int job_make(job **out);

void balanced(void) {
  job *j = job_new();
  job_ref(j);
  job_unref(j);
  job_unref(j);
}
void oneTooMany(void) {
  job *j = job_new();
  job_ref(j);
  job_unref(j);
  job_unref(j);
  job_unref(j); // expected-warning {{'job_unref' releases a job from 'job_new' that 'job_unref' has already released; release it once [custody.own-01]}}
}
void oneTooFew(void) {
  job *j = job_new();
  if (!j)
    return;
  job_ref(j);
  job_unref(j); // expected-warning@+1 {{a job from 'job_new' is lost without being released; release it with 'job_unref' [custody.ffi-03]}}
}
void aReferenceGivenAway(queue *q) {
  job *j = job_new();
  queue_take(q, job_ref(j));
  job_unref(j);
}
void withoutAReference(queue *q) {
  job *j = job_new();
  queue_take(q, j);
  job_unref(j); // expected-warning {{'job_unref' releases a job from 'job_new' that 'queue_take' already owns; leave the release to its owner [custody.ffi-07]}}
}
void borrowed(void) {
  job_unref(job_current()); // expected-warning {{'job_unref' releases a job that 'job_current' only lends; copy it to have your own [custody.mem-02]}}
}
void borrowedAndKept(void) {
  job *j = job_ref(job_current());
  job_unref(j);
}
void referenceLost(void) {
  job_ref(job_current()); // expected-warning@+1 {{a job from 'job_ref' is lost without being released; release it with 'job_unref' [custody.ffi-03]}}
}
int comparedOnly(queue *q) {
  job *j = job_new();
  job_unref(j);
  return queue_find(q, j);
}
void text(job *j) {
  char b[8];
  job_text(j, b);
  char *t = job_text(j, NULL);
  if (t)
    t[0] = 0; // expected-warning@+1 {{memory from 'job_text' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
const char *kept;
void word(const char *s) {
  char *copy = strdup(s);
  if (copy)
    kept = job_word(copy);
}
int exactlyOne(void) {
  job *j;
  if (job_make(&j) != 1)
    return -1;
  job_unref(j);
  return 0;
}
