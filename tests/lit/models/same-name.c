// RUN: %verify %s
//
// A function is not the library's because it has the library's name.
// expected-no-diagnostics
struct door {
  int open;
};
void close(struct door *d);
void *malloc(unsigned long);

static void free(struct door *d) { d->open = 0; }

void twice(struct door *d) {
  close(d);
  close(d);
  d->open = 1;
  free(d);
  free(d);
}
