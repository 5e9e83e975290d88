// RUN: %verify %s
//
// What is written through the only `T **` of a function that returns a status.
#include <stdbool.h>
#include <stdlib.h>
typedef struct lake lake;
bool lake_open(const char *name, lake **out);
void lake_close(lake *l);
int lake_size(lake *l);

int lost(const char *name) {
  lake *l;
  if (!lake_open(name, &l))
    return -1;
  return lake_size(l); // expected-warning {{a 'lake' from 'lake_open' is lost without being released; release it with 'lake_close' [custody.ffi-03]}}
}
int right(const char *name) {
  lake *l;
  if (!lake_open(name, &l))
    return -1;
  int size = lake_size(l);
  lake_close(l);
  return size;
}

// An enumeration tells what success is.
typedef enum { POND_OK, POND_TOO_SMALL } pond_status;
typedef struct pond pond;
pond_status pond_create(pond **out);
void pond_destroy(pond **p);
int leftDry(void) {
  pond *p;
  if (pond_create(&p) != POND_OK)
    return -1;
  return 0; // expected-warning {{a 'pond' from 'pond_create' is lost without being released; release it with 'pond_destroy' [custody.ffi-03]}}
}
int filled(void) {
  pond *p;
  if (pond_create(&p) != POND_OK)
    return -1;
  pond_destroy(&p);
  pond_destroy(&p); // Null by now.
  return 0;
}

// Of an int nobody knows whether 0 or 1 is success, so that no loss is told;
// a wrong release is wrong all the same.
typedef struct river river;
int river_new(river **out);
void river_free(river *r);
void flows(void) {
  river *r;
  river_new(&r);
}
void dammed(void) {
  river *r;
  river_new(&r);
  free(r); // expected-warning {{'free' releases a 'river' from 'river_new'; release it with 'river_free' [custody.mem-03]}}
}
void twice(void) {
  river *r;
  if (river_new(&r))
    return;
  river_free(r);
  river_free(r); // expected-warning {{'river_free' releases a 'river' from 'river_new' that 'river_free' has already released; release it once [custody.own-01]}}
}
