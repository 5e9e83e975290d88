// RUN: %verify %s
// expected-no-diagnostics
//
// What is stored in two places does not go with one of them.
#include <stdlib.h>
#include <string.h>

struct list { struct list *next; char *s; };
void moved(struct list *l, const char *a, char **out) {
  l->s = strdup(a);
  *out = l->s;
}
void move_out(const char *a, char **out) {
  struct list *l = malloc(sizeof *l);
  if (!l)
    return;
  l->s = strdup(a);
  *out = l->s;
  free(l);
}
void move_out2(const char *a, char **out) {
  struct list *l = malloc(sizeof *l);
  if (!l)
    return;
  char *s = strdup(a);
  l->s = s;
  *out = s;
  free(l);
}
void move_out3(const char *a, char **out) {
  struct list *l = malloc(sizeof *l);
  if (!l)
    return;
  *out = strdup(a);
  l->s = *out;
  free(l);
}
void move_out4(const char *a, struct list *o) {
  struct list *l = malloc(sizeof *l);
  if (!l)
    return;
  l->s = strdup(a);
  o->s = l->s;
  free(l);
}
char *g;
void move_out5(const char *a) {
  struct list *l = malloc(sizeof *l);
  if (!l)
    return;
  l->s = strdup(a);
  g = l->s;
  free(l);
}
void move_out6(const char *a, char **out) {
  struct list l;
  l.s = strdup(a);
  *out = l.s;
}
void keep(char *p);
void move_out7(const char *a) {
  struct list *l = malloc(sizeof *l);
  if (!l)
    return;
  l->s = strdup(a);
  keep(l->s);
  free(l);
}
void move_out8(const char *a, char **out) {
  struct list *l = malloc(sizeof *l);
  if (!l)
    return;
  l->s = strdup(a);
  l->next = 0;
  char *t = l->s;
  l->s = NULL;
  *out = t;
  free(l);
}
