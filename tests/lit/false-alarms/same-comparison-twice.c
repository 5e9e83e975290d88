// RUN: %verify %s
//
// The same comparison decides whether the stream was opened and whether it is
// closed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int firstOf(const char *name) {
  FILE *f;
  if (strcmp(name, "-") == 0)
    f = stdin;
  else if (!(f = fopen(name, "r")))
    return -1;
  int c = fgetc(f);
  if (strcmp(name, "-") != 0)
    fclose(f);
  return c;
}

/* Of another name, or of one that was written to, it says something else. */
int anotherName(const char *name, const char *other) {
  FILE *f;
  if (strcmp(name, "-") == 0)
    f = stdin;
  else if (!(f = fopen(name, "r")))
    return -1;
  int c = fgetc(f);
  name = other;
  if (strcmp(name, "-") != 0)
    fclose(f);
  return c; // expected-warning {{a stream from 'fopen' is lost without being released; release it with 'fclose' [custody.ffi-03]}}
}
int written(char *name) {
  FILE *f;
  if (strcmp(name, "-") == 0)
    f = stdin;
  else if (!(f = fopen(name, "r")))
    return -1;
  int c = fgetc(f);
  name[0] = c;
  if (strcmp(name, "-") != 0)
    fclose(f);
  return c; // expected-warning {{a stream from 'fopen' is lost}}
}
void change(char *name);
int changed(char *name) {
  FILE *f;
  if (strcmp(name, "-") == 0)
    f = stdin;
  else if (!(f = fopen(name, "r")))
    return -1;
  int c = fgetc(f);
  change(name);
  if (strcmp(name, "-") != 0)
    fclose(f);
  return c; // expected-warning {{a stream from 'fopen' is lost}}
}
