// RUN: %verify %s
//
// A cleanup function releases as well, and may be the wrong one.
#include <stdio.h>
#include <stdlib.h>

static void fclosep(FILE **f) {
  if (*f)
    fclose(*f);
}
static void pclosep(FILE **f) {
  if (*f)
    pclose(*f);
}

int wrong(void) {
  __attribute__((cleanup(fclosep))) FILE *f = popen("true", "r"); // expected-warning {{'fclosep' adopts a stream from 'popen' but releases it with 'fclose'}}
  return f ? fgetc(f) : -1;
}
int right(void) {
  __attribute__((cleanup(pclosep))) FILE *f = popen("true", "r");
  return f ? fgetc(f) : -1;
}
