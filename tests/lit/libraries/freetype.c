// RUN: %verify -I/usr/include/freetype2 -I/usr/include/libpng16 %s
// REQUIRES: freetype
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_GLYPH_H
#include <stdlib.h>
int open(const char *f) {
  FT_Library l;
  FT_Face face;
  if (FT_Init_FreeType(&l))
    return 1;
  if (FT_New_Face(l, f, 0, &face))
    return 2; // expected-warning {{a FreeType library from 'FT_Init_FreeType' is lost without being released; release it with 'FT_Done_FreeType' [custody.ffi-03]}}
  FT_Done_Face(face);
  FT_Done_FreeType(l);
  return 0;
}
int openGood(const char *f) {
  FT_Library l;
  FT_Face face;
  if (FT_Init_FreeType(&l))
    return 1;
  if (FT_New_Face(l, f, 0, &face)) {
    FT_Done_FreeType(l);
    return 2;
  }
  FT_Set_Pixel_Sizes(face, 0, 16);
  FT_Done_FreeType(l);
  return 0;
}
void glyph(FT_GlyphSlot s) {
  FT_Glyph g;
  if (FT_Get_Glyph(s, &g) == 0)
    free(g); // expected-warning {{'free' releases a glyph from 'FT_Get_Glyph'; release it with 'FT_Done_Glyph' [custody.mem-03]}}
}
