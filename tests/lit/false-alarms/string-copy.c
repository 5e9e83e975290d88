// RUN: %verify %s
// expected-no-diagnostics
//
// Filling one member of a struct with strcpy, strncpy, memcpy, snprintf or
// read does not make the pointer in its neighbour disappear.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
  char name[16];
  char *text;
  FILE *f;
};
void onTheStack(const char *s) {
  struct entry e;
  e.text = strdup(s);
  strncpy(e.name, s, sizeof(e.name));
  free(e.text);
}
void copied(const char *s) {
  struct entry e;
  e.text = strdup(s);
  strcpy(e.name, "x");
  memcpy(e.name, s, 4);
  free(e.text);
}
void printed(const char *s) {
  struct entry e;
  e.f = fopen(s, "r");
  snprintf(e.name, sizeof(e.name), "%s", s);
  if (!e.f)
    return;
  if (!fgets(e.name, sizeof(e.name), e.f))
    e.name[0] = 0;
  fclose(e.f);
}
struct entry *onTheHeap(const char *s) {
  struct entry *e = malloc(sizeof(*e));
  if (!e)
    return NULL;
  e->text = strdup(s);
  strncpy(e->name, s, sizeof(e->name) - 1);
  e->name[15] = 0;
  return e;
}
void freedOnTheHeap(const char *s) {
  struct entry *e = malloc(sizeof(*e));
  if (!e)
    return;
  e->text = strdup(s);
  strncpy(e->name, s, sizeof(e->name));
  free(e->text);
  free(e);
}
void wholeStruct(const char *s) {
  struct entry a = {{0}}, b;
  a.text = strdup(s);
  memcpy(&b, &a, sizeof(b));
  free(b.text);
}
