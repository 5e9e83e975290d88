// RUN: %verify %s
// expected-no-diagnostics
//
// strchr, strtok and their like point into the string, which lives on with that.
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is kept is a pointer into the string, which therefore must live. */
const char *fields[10];
const char *name;
void keys(const char *arg) {
  char *tmp = strdup(arg);
  if (!tmp)
    return;
  int n = 0;
  for (char *tok = strtok(tmp, ","); tok && n < 10; tok = strtok(NULL, ","))
    fields[n++] = tok;
}
void value(const char *arg) {
  char *tmp = strdup(arg);
  if (!tmp)
    return;
  char *v = strchr(tmp, '=');
  if (!v)
    abort();
  *v++ = 0;
  name = v;
}
void split(const char *arg) {
  char *rest = strdup(arg), *tok;
  int n = 0;
  while (n < 10 && (tok = strsep(&rest, ",")))
    fields[n++] = tok;
}
void base(const char *arg) {
  char *tmp = strdup(arg);
  if (tmp)
    name = basename(tmp);
}
void split_r(const char *arg) {
  char *save, *tmp = strdup(arg);
  if (tmp)
    name = strtok_r(tmp, ",", &save);
}

/* What comes back is the caller's own buffer. */
char *oneLine(FILE *f) {
  char *buffer = malloc(80);
  if (!buffer)
    return NULL;
  char *line = fgets(buffer, 80, f);
  if (!line)
    free(buffer);
  return line;
}
