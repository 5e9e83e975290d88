// RUN: %verify %s
// REQUIRES: expat
#include <expat.h>
#include <stdlib.h>

int lost(const char *text, int length) {
  XML_Parser parser = XML_ParserCreate(NULL);
  if (!parser)
    return -1;
  if (XML_Parse(parser, text, length, 1) == XML_STATUS_ERROR)
    return -1; // expected-warning {{a parser from 'XML_ParserCreate' is lost without being released; release it with 'XML_ParserFree' [custody.ffi-03]}}
  XML_ParserFree(parser);
  return 0;
}
void closed(void) {
  XML_Parser parser = XML_ParserCreate(NULL);
  XML_ParserFree(parser);
  XML_Parse(parser, "", 0, 1); // expected-warning {{a parser from 'XML_ParserCreate' is used after 'XML_ParserFree' released it; use it before, or not at all [custody.own-02]}}
}
void wrong(void) {
  XML_Parser parser = XML_ParserCreate(NULL);
  free(parser); // expected-warning {{'free' releases a parser from 'XML_ParserCreate'; release it with 'XML_ParserFree' [custody.mem-03]}}
}
