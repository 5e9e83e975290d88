// RUN: %verify %s
// REQUIRES: tree-sitter
#include <stdio.h>
#include <stdlib.h>
#include <tree_sitter/api.h>

void parsed(const TSLanguage *l) {
  TSParser *p = ts_parser_new();
  ts_parser_set_language(p, l);
  TSTree *t = ts_parser_parse_string(p, NULL, "x", 1);
  char *s = ts_node_string(ts_tree_root_node(t)); // expected-warning {{a tree from 'ts_parser_parse_string' is lost without being released; release it with 'ts_tree_delete' [custody.ffi-03]}}
  puts(s);
  free(s);
  ts_parser_delete(p);
}
void parsedGood(const TSLanguage *l) {
  TSParser *p = ts_parser_new();
  ts_parser_set_language(p, l);
  TSTree *t = ts_parser_parse_string(p, NULL, "x", 1);
  ts_tree_delete(t);
  ts_parser_delete(p);
}
