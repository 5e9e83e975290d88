// RUN: %verify %s
//
// The declarations of nginx's headers, as far as they matter here.
typedef unsigned long size_t;
typedef long ngx_int_t;
typedef struct ngx_pool_s ngx_pool_t;
typedef struct ngx_log_s ngx_log_t;
ngx_pool_t *ngx_create_pool(size_t, ngx_log_t *);
void ngx_destroy_pool(ngx_pool_t *);
void *ngx_palloc(ngx_pool_t *, size_t);
ngx_int_t ngx_pfree(ngx_pool_t *, void *);
void *ngx_alloc(size_t, ngx_log_t *);
void free(void *);

void pooled(ngx_pool_t *p) {
  char *s = ngx_palloc(p, 8);
  if (s)
    s[0] = 1;
}
void pooledBad(ngx_pool_t *p) {
  free(ngx_palloc(p, 8)); // expected-warning {{'free' releases memory from 'ngx_palloc'; release it with 'ngx_pfree' [custody.mem-03]}}
}
int pool(ngx_log_t *log, int c) {
  ngx_pool_t *p = ngx_create_pool(1024, log);
  if (!p)
    return -1;
  if (c)
    return -1; // expected-warning {{a pool from 'ngx_create_pool' is lost without being released; release it with 'ngx_destroy_pool' [custody.ffi-03]}}
  ngx_destroy_pool(p);
  return 0;
}
void plain(ngx_log_t *log) {
  free(ngx_alloc(8, log));
}
