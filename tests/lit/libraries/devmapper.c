// RUN: %verify %s
// REQUIRES: devmapper
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <libdevmapper.h>

int asked(const char *name) {
  struct dm_task *t = dm_task_create(DM_DEVICE_INFO);
  if (!t)
    return 0;
  if (!dm_task_set_name(t, name))
    return 0; // expected-warning {{a device-mapper task from 'dm_task_create' is lost without being released; release it with 'dm_task_destroy' [custody.ffi-03]}}
  int rc = dm_task_run(t);
  dm_task_destroy(t);
  return rc;
}
void pooled(struct dm_pool *p) {
  free(dm_pool_strdup(p, "x")); // expected-warning {{'free' releases memory from 'dm_pool_strdup'; release it with 'dm_pool_free' [custody.mem-03]}}
}
void pooledGood(struct dm_pool *p) {
  dm_pool_alloc(p, 8);
}
