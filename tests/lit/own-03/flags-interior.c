// RUN: %verify %s
#include <stdlib.h>
#include <string.h>

void fourBytes(void) {
  int *p = malloc(4 * sizeof(int));
  if (!p)
    return;
  free(p + 1); // expected-warning-re {{'free' releases a pointer 4 bytes into memory from 'malloc'; {{.*}} [custody.own-03]}}
}
void start(void) {
  int *p = malloc(4 * sizeof(int));
  if (!p)
    return;
  free(&p[0]);
}

void oneByteAlong(const char *s) {
  char *p = strdup(s);
  if (!p)
    return;
  ++p;
  free(p); // expected-warning-re {{'free' releases a pointer 1 byte into {{.*}} from 'strdup'; {{.*}} [custody.own-03]}}
}

// Skipping blanks and then freeing where the text starts.
void skipped(const char *s) {
  char *p = strdup(s);
  if (!p)
    return;
  while (*p == ' ')
    p++;
  free(p); // expected-warning-re {{'free' releases a pointer 1 byte into {{.*}} from 'strdup'; {{.*}} [custody.own-03]}}
}
void skippedGood(const char *s) {
  char *p = strdup(s), *q = p;
  if (!p)
    return;
  while (*q == ' ')
    q++;
  free(p);
}

struct message {
  int header;
  char text[16];
};
void member(void) {
  struct message *m = malloc(sizeof(*m));
  if (!m)
    return;
  free(m->text); // expected-warning-re {{'free' releases a pointer 4 bytes into memory from 'malloc'; {{.*}} [custody.own-03]}}
}
void firstMember(void) {
  struct message *m = malloc(sizeof(*m));
  if (!m)
    return;
  free(&m->header);
}

void before(void) {
  char *p = malloc(8);
  if (!p)
    return;
  free(p - 1); // expected-warning-re {{'free' releases a pointer 1 byte before memory from 'malloc'; {{.*}} [custody.own-03]}}
}
void thereAndBack(void) {
  char *p = malloc(8);
  if (!p)
    return;
  p += 4;
  p[0] = 0;
  p -= 4;
  free(p);
}
// A header before what the user sees, as many allocators have it.
void headerInFront(void) {
  size_t *p = malloc(sizeof(size_t) + 8);
  if (!p)
    return;
  *p = 8;
  char *user = (char *)(p + 1);
  user[0] = 0;
  free((size_t *)user - 1);
}

void resizedInTheMiddle(void) {
  char *p = malloc(8);
  if (!p)
    return;
  char *q = realloc(p + 2, 16); // expected-warning-re {{'realloc' releases a pointer 2 bytes into memory from 'malloc'; {{.*}} [custody.own-03]}}
  free(q);
}
void byAnUnknownNumber(int n) {
  char *p = malloc(8);
  if (!p)
    return;
  if (n > 0)
    free(p + n); // expected-warning-re {{'free' releases a pointer into the middle of memory from 'malloc'; {{.*}} [custody.own-03]}}
  else
    free(p);
}
