// RUN: %verify -I/usr/include/apr-1.0 -D_GNU_SOURCE %s
// REQUIRES: apr
#include <apr_pools.h>
#include <apr_strings.h>
#include <apr_tables.h>
#include <stdlib.h>

void pooled(apr_pool_t *pool) {
  char *s = apr_pstrdup(pool, "x");
  free(s); // expected-warning {{'free' releases memory from 'apr_pstrdup', which is of another family [custody.mem-03]}}
}
void pooledGood(apr_pool_t *pool) {
  char *s = apr_pstrdup(pool, "x");
  if (s)
    s[0] = 'y';
}
void twice(void) {
  apr_pool_t *pool;
  if (apr_pool_create(&pool, NULL) != APR_SUCCESS)
    return;
  apr_pool_destroy(pool);
  apr_palloc(pool, 8); // expected-warning {{a pool from 'apr_pool_create_ex' is used after 'apr_pool_destroy' released it; use it before, or not at all [custody.own-02]}}
}
void kept(apr_table_t *t) {
  free((void *)apr_table_get(t, "k")); // expected-warning {{'free' releases a string that 'apr_table_get' only lends; copy it to have your own [custody.mem-02]}}
}
