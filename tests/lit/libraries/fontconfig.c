// RUN: %verify -I/usr/include/freetype2 -I/usr/include/libpng16 %s
// REQUIRES: fontconfig
#include <fontconfig/fontconfig.h>
#include <stdlib.h>
void match(FcConfig *c) {
  FcResult r;
  FcPattern *p = FcNameParse((const FcChar8 *)"Sans");
  FcPattern *m = FcFontMatch(c, p, &r);
  FcPatternDestroy(p);
  if (m)
    FcPatternPrint(m);
} // expected-warning {{a font pattern from 'FcFontMatch' is lost without being released; release it with 'FcPatternDestroy' [custody.ffi-03]}}
void matchGood(FcConfig *c) {
  FcResult r;
  FcPattern *p = FcNameParse((const FcChar8 *)"Sans");
  FcPattern *m = FcFontMatch(c, p, &r);
  FcPatternDestroy(p);
  if (m)
    FcPatternDestroy(m);
}
void name(FcPattern *p) {
  free(FcNameUnparse(p));
}
void set(FcFontSet *s) {
  FcPattern *p = FcPatternCreate();
  FcFontSetAdd(s, p);
}
void list(FcConfig *c, FcPattern *p) {
  FcObjectSet *o = FcObjectSetBuild(FC_FILE, (char *)0);
  FcFontSet *s = FcFontList(c, p, o);
  FcObjectSetDestroy(o);
  free(s); // expected-warning {{'free' releases a font set from 'FcFontList'; release it with 'FcFontSetDestroy' [custody.mem-03]}}
}
