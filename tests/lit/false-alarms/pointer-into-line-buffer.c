// RUN: %verify %s
//
// A pointer into getline's buffer is good until another line is read.
#include <stdio.h>
#include <stdlib.h>

void show(FILE *f) {
  char *line = NULL, *last = NULL;
  size_t size = 0;
  while (getline(&line, &size, f) > 0)
    last = line;
  if (last && *last == '#')
    puts("a comment ends the file");
  free(line);
}

int unchecked(FILE *f) {
  char *line = NULL, *first;
  size_t size = 0;
  if (getline(&line, &size, f) <= 0) {
    free(line);
    return 0;
  }
  first = line;
  getline(&line, &size, f);
  int c = *first; // expected-warning {{memory from 'getline' is used after 'getline' released it}}
  free(line);
  return c;
}
