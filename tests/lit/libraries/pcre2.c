// RUN: %verify %s
// REQUIRES: pcre2
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

int lost(PCRE2_SPTR pattern, PCRE2_SPTR text) {
  int error;
  PCRE2_SIZE at;
  pcre2_code *code =
      pcre2_compile(pattern, PCRE2_ZERO_TERMINATED, 0, &error, &at, NULL);
  if (!code)
    return -1;
  pcre2_match_data *data = pcre2_match_data_create_from_pattern(code, NULL);
  if (!data)
    return -1; // expected-warning {{a compiled pattern from 'pcre2_compile_8' is lost without being released; release it with 'pcre2_code_free_8' [custody.ffi-03]}}
  int found = pcre2_match(code, text, PCRE2_ZERO_TERMINATED, 0, 0, data, NULL);
  pcre2_match_data_free(data);
  pcre2_code_free(code);
  return found;
}
void wrong(pcre2_match_data *data) {
  PCRE2_UCHAR *text;
  PCRE2_SIZE length;
  if (pcre2_substring_get_bynumber(data, 1, &text, &length) != 0)
    return;
  free(text); // expected-warning {{'free' releases a substring from 'pcre2_substring_get_bynumber_8'; release it with 'pcre2_substring_free_8' [custody.mem-03]}}
}
void good(pcre2_match_data *data) {
  PCRE2_UCHAR *text;
  PCRE2_SIZE length;
  if (pcre2_substring_get_bynumber(data, 1, &text, &length) == 0)
    pcre2_substring_free(text);
}
void lent(pcre2_match_data *data) {
  free(pcre2_get_ovector_pointer(data)); // expected-warning {{'free' releases an offset vector that 'pcre2_get_ovector_pointer_8' only lends; copy it to have your own [custody.mem-02]}}
}
