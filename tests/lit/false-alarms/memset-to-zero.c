// RUN: %verify %s
// expected-no-diagnostics
//
// memset makes a known object, without the analyzer's model of strings too.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char def[] = "localhost";
struct cfg { char *host; unsigned owned : 1; };
int bitfield(void) {
  struct cfg c;
  memset(&c, 0, sizeof c);
  c.host = def;
  if (c.owned)
    free(c.host);
  return 0;
}
struct cfg2 { char *host; int owned; FILE *log; };
static void cfg2_init(struct cfg2 *c) { memset(c, 0, sizeof *c); c->host = def; c->log = stderr; }
int viainit(void) {
  struct cfg2 c;
  cfg2_init(&c);
  if (c.owned)
    free(c.host);
  return 0;
}
void cfg3_init(struct cfg2 *c) { memset(c, 0, sizeof *c); c->host = def; }
int viainit3(void) {
  struct cfg2 c;
  cfg3_init(&c);
  if (c.owned)
    free(c.host);
  return 0;
}
struct cfg4 { char *host, *port; int owned; };
int local4(void) {
  struct cfg4 c;
  memset(&c, 0, sizeof c);
  c.host = def;
  if (c.owned)
    free(c.host);
  return 0;
}
struct cfg5 { char *host; int owned; };
int fp(void) {
  struct cfg5 c;
  memset(&c, 0, sizeof c);
  c.host = def;
  fprintf(stderr, "%s", c.host);
  if (c.owned)
    free(c.host);
  return 0;
}
/* Of a field alone, what stands beside it keeps its value. */
struct counted { int count; int now[8]; };
static void counted_unref(struct counted *c) {
  if (--c->count < 1)
    free(c);
}
struct sums { int count; struct { int a[8]; } old, now; };
static void sums_unref(struct sums *s) {
  if (--s->count < 1)
    free(s);
}
int copied(void) {
  struct sums *s = calloc(1, sizeof *s);
  if (!s)
    return -1;
  s->count = 1;
  memcpy(&s->old, &s->now, sizeof s->old);
  memset(&s->now, 0, sizeof s->now);
  sums_unref(s);
  return 0;
}
int fieldOnly(void) {
  struct counted *c = calloc(1, sizeof *c);
  if (!c)
    return -1;
  c->count = 1;
  memset(c->now, 0, sizeof c->now);
  counted_unref(c);
  return 0;
}
