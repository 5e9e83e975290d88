// RUN: %verify %s
// REQUIRES: mupdf
#include <mupdf/fitz.h>
#include <stdlib.h>

int pages(fz_context *ctx, const char *path) {
  fz_document *d = fz_open_document(ctx, path);
  int n = fz_count_pages(ctx, d);
  if (n > 3)
    return 3; // expected-warning {{a document from 'fz_open_document' is lost without being released; release it with 'fz_drop_document' [custody.ffi-03]}}
  fz_drop_document(ctx, d);
  return n;
}
void referenced(fz_context *ctx, fz_document *d) {
  fz_page *p = fz_load_page(ctx, d, 0);
  fz_page *q = fz_keep_page(ctx, p);
  fz_drop_page(ctx, q);
  fz_drop_page(ctx, p);
}
void wrong(fz_context *ctx) {
  free(fz_malloc(ctx, 8)); // expected-warning {{'free' releases memory from 'fz_malloc'; release it with 'fz_free' [custody.mem-03]}}
}
void kinds(fz_context *ctx, fz_document *d) {
  fz_drop_device(ctx, (fz_device *)fz_load_page(ctx, d, 0)); // expected-warning {{'fz_drop_device' releases a page from 'fz_load_page'; release it with 'fz_drop_page' [custody.mem-03]}}
}
