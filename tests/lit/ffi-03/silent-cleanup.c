// RUN: %verify %s
// expected-no-diagnostics
//
// The cleanup attribute releases at the end of the scope, on every way out.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void freep(void *p) { free(*(void **)p); }
static void fclosep(FILE **f) {
  if (*f)
    fclose(*f);
}
static void closep(int *fd) {
  if (*fd >= 0)
    close(*fd);
}
struct db;
void db_closep(struct db **db);
struct db *db_open(const char *name);
void db_close(struct db *db);

#define AUTO(f) __attribute__((cleanup(f)))

int all(const char *path, const char *name) {
  AUTO(freep) char *copy = strdup(name);
  if (!copy)
    return -1;
  AUTO(closep) int fd = open(path, O_RDONLY);
  if (fd < 0)
    return -1;
  AUTO(fclosep) FILE *f = fopen(path, "r");
  if (!f)
    return -1;
  return fgetc(f);
}
int unseen(const char *name) {
  AUTO(db_closep) struct db *db = db_open(name);
  return db != NULL;
}

// The value is taken out before the scope ends.
static void *steal(void *p) {
  void *old = *(void **)p;
  *(void **)p = NULL;
  return old;
}
char *stolen(const char *name) {
  AUTO(freep) char *copy = strdup(name);
  if (!copy)
    return NULL;
  return steal(&copy);
}
