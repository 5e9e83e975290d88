// RUN: %verify %s
// REQUIRES: libzip
#include <stdlib.h>
#include <zip.h>

int lost(const char *path) {
  zip_t *zip = zip_open(path, 0, NULL);
  if (!zip)
    return -1;
  zip_file_t *f = zip_fopen(zip, "a", 0);
  if (!f)
    return -1; // expected-warning {{an archive from 'zip_open' is lost without being released; release it with 'zip_close' [custody.ffi-03]}}
  zip_fclose(f);
  zip_discard(zip);
  return 0;
}
int saved(zip_t *zip) {
  if (zip_close(zip) < 0) {
    zip_discard(zip);
    return -1;
  }
  return 0;
}
int added(zip_t *zip, const char *text) {
  zip_source_t *s = zip_source_buffer(zip, text, 3, 0);
  if (!s)
    return -1;
  if (zip_file_add(zip, "a", s, 0) < 0) {
    zip_source_free(s);
    return -1;
  }
  return 0;
}
void twice(zip_t *zip, const char *text) {
  zip_source_t *s = zip_source_buffer(zip, text, 3, 0);
  zip_file_add(zip, "a", s, 0);
  zip_source_free(s); // expected-warning {{'zip_source_free' releases a source from 'zip_source_buffer' that 'zip_file_add' already owns; leave the release to its owner [custody.ffi-07]}}
}
