// RUN: %verify %s
//
// freopen gives the stream back, or has closed it.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int fine(const char *name) {
  FILE *f = fopen(name, "r");
  if (!f)
    return -1;
  FILE *g = freopen(name, "w", f);
  if (!g)
    return -1;
  return fclose(g);
}

void bothNames(const char *name) {
  FILE *f = fopen(name, "r");
  if (!f)
    return;
  FILE *g = freopen(name, "w", f);
  if (!g)
    return;
  fclose(f);
  fclose(g); // expected-warning {{'fclose' releases a stream from 'fopen' that 'fclose' has already released; release it once [custody.own-01]}}
}

void unchecked(const char *name) {
  FILE *f = fopen(name, "r");
  if (!f)
    return;
  freopen(name, "w", f);
  rewind(f); // expected-warning {{a stream from 'fopen' is used after 'freopen' released it; use it before, or not at all [custody.own-02]}}
  fclose(f);
}

void standard(void) {
  freopen("/dev/null", "r", stdin);
  rewind(stdin);
}

// getline gives back the buffer that it is given.
void buffers(FILE *f) {
  char *line = malloc(10), *alias = line;
  size_t n = 10;
  if (!line)
    return;
  getline(&line, &n, f);
  free(line);
  free(alias); // expected-warning {{'free' releases memory from 'malloc' that 'getline' has already released; release it once [custody.own-01]}}
}

void bufferOnTheStack(FILE *f) {
  char buffer[10], *line = buffer;
  size_t n = sizeof buffer;
  getline(&line, &n, f); // expected-warning {{'getline' releases 'buffer', which lives on the stack; nothing may release it [custody.mem-03]}}
}
