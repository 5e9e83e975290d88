// RUN: %verify %s
// expected-no-diagnostics
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Comparing a released pointer or printing its bits reads no memory.
int compared(const char *s) {
  char *p = strdup(s);
  char *q = p;
  free(p);
  return q == NULL;
}
void refilled(const char *s) {
  char *p = strdup(s);
  free(p);
  p = strdup(s);
  if (p)
    puts(p);
  free(p);
}
void descriptorReused(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  close(fd);
  fd = open(path, O_WRONLY);
  if (fd < 0)
    return;
  write(fd, "x", 1);
  close(fd);
}
void numberPrinted(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  close(fd);
  printf("was %d\n", fd);
}
// sizeof looks at the type only.
unsigned long measured(void) {
  int *p = malloc(sizeof(*p));
  free(p);
  return sizeof(*p);
}
struct buffer {
  char *data;
  size_t size;
};
void cleared(struct buffer *b) {
  free(b->data);
  b->data = NULL;
  b->size = 0;
}
void otherElement(char **v) {
  free(v[0]);
  puts(v[1]);
}
