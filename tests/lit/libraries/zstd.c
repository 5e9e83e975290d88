// RUN: %verify %s
// REQUIRES: zstd
#include <stdlib.h>
#include <zstd.h>

int lost(void *out, const void *in) {
  ZSTD_CCtx *c = ZSTD_createCCtx();
  if (!c)
    return -1;
  if (ZSTD_isError(ZSTD_compressCCtx(c, out, 8, in, 8, 1)))
    return -1; // expected-warning {{a compression context from 'ZSTD_createCCtx' is lost without being released; release it with 'ZSTD_freeCCtx' [custody.ffi-03]}}
  ZSTD_freeCCtx(c);
  return 0;
}
void closed(void *out, const void *in) {
  ZSTD_DCtx *d = ZSTD_createDCtx();
  ZSTD_freeDCtx(d);
  ZSTD_decompressDCtx(d, out, 8, in, 8); // expected-warning {{a decompression context from 'ZSTD_createDCtx' is used after 'ZSTD_freeDCtx' released it; use it before, or not at all [custody.own-02]}}
}
void stream(void) {
  ZSTD_CStream *s = ZSTD_createCStream();
  ZSTD_freeCCtx(s);
}
