// RUN: %verify %s
//
// Releasing a struct releases nothing that its fields point to.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person {
  char *name;
  char *mail;
  FILE *log;
};

void memberLost(const char *name) {
  struct person *p = malloc(sizeof(*p));
  if (!p)
    return;
  p->name = strdup(name);
  free(p);
} // expected-warning {{from 'strdup' is lost without being released; release it with 'free' [custody.ffi-03]}}
void memberFirst(const char *name) {
  struct person *p = malloc(sizeof(*p));
  if (!p)
    return;
  p->name = strdup(name);
  free(p->name);
  free(p);
}

void streamLost(const char *path) {
  struct person *p = calloc(1, sizeof(*p));
  if (!p)
    return;
  p->log = fopen(path, "w");
  free(p);
} // expected-warning {{a stream from 'fopen' is lost without being released; release it with 'fclose' [custody.ffi-03]}}
void streamFirst(const char *path) {
  struct person *p = calloc(1, sizeof(*p));
  if (!p)
    return;
  p->log = fopen(path, "w");
  if (p->log)
    fclose(p->log);
  free(p);
}

// The usual constructor: the second copy fails, the struct is freed, the
// first copy is forgotten.
struct person *make(const char *name, const char *mail) {
  struct person *p = calloc(1, sizeof(*p));
  if (!p)
    return NULL;
  p->name = strdup(name);
  if (!p->name) {
    free(p);
    return NULL;
  }
  p->mail = strdup(mail);
  if (!p->mail) {
    free(p);
    return NULL; // expected-warning {{from 'strdup' is lost without being released; release it with 'free' [custody.ffi-03]}}
  }
  return p;
}
struct person *makeGood(const char *name, const char *mail) {
  struct person *p = calloc(1, sizeof(*p));
  if (!p)
    return NULL;
  p->name = strdup(name);
  if (!p->name) {
    free(p);
    return NULL;
  }
  p->mail = strdup(mail);
  if (!p->mail) {
    free(p->name);
    free(p);
    return NULL;
  }
  return p;
}

// A struct on the stack goes, and what it held goes with it.
void onTheStack(const char *name) {
  struct person p = {0};
  p.name = strdup(name);
  puts("x");
} // expected-warning@* {{from 'strdup' is lost without being released; release it with 'free' [custody.ffi-03]}}
void onTheStackGood(const char *name) {
  struct person p = {0};
  p.name = strdup(name);
  free(p.name);
}

// A helper that frees the members and then the struct.
static void destroy(struct person *p) {
  if (!p)
    return;
  free(p->name);
  free(p->mail);
  free(p);
}
void throughAHelper(const char *name) {
  struct person *p = calloc(1, sizeof(*p));
  if (!p)
    return;
  p->name = strdup(name);
  destroy(p);
}

// Another pointer to the member is enough.
char *memberKept(const char *name) {
  struct person *p = calloc(1, sizeof(*p));
  if (!p)
    return NULL;
  p->name = strdup(name);
  char *kept = p->name;
  free(p);
  return kept;
}
