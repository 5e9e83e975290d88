// RUN: %verify %s
// REQUIRES: curl
#include <curl/curl.h>
#include <stdlib.h>

int lost(const char *url) {
  CURL *curl = curl_easy_init();
  if (!curl)
    return -1;
  if (curl_easy_setopt(curl, CURLOPT_URL, url) != CURLE_OK)
    return -1; // expected-warning {{an easy handle from 'curl_easy_init' is lost without being released; release it with 'curl_easy_cleanup' [custody.ffi-03]}}
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return 0;
}
int good(const char *url) {
  CURL *curl = curl_easy_init();
  struct curl_slist *headers = NULL;
  if (!curl)
    return -1;
  headers = curl_slist_append(headers, "A: b");
  headers = curl_slist_append(headers, "C: d");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_URL, url);
  int failed = curl_easy_perform(curl) != CURLE_OK;
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return failed;
}
void wrong(CURL *curl, const char *text) {
  char *escaped = curl_easy_escape(curl, text, 0);
  free(escaped); // expected-warning {{'free' releases memory from 'curl_easy_escape'; release it with 'curl_free' [custody.mem-03]}}
}
void closed(void) {
  CURL *curl = curl_easy_init();
  curl_easy_cleanup(curl);
  curl_easy_perform(curl); // expected-warning {{an easy handle from 'curl_easy_init' is used after 'curl_easy_cleanup' released it; use it before, or not at all [custody.own-02]}}
}
void part(CURLU *url) {
  char *host;
  if (curl_url_get(url, CURLUPART_HOST, &host, 0) != CURLUE_OK)
    return;
  free(host); // expected-warning {{'free' releases memory from 'curl_url_get'; release it with 'curl_free' [custody.mem-03]}}
}
void form(CURL *curl) {
  curl_mime *mime = curl_mime_init(curl);
  curl_mimepart *part = curl_mime_addpart(mime);
  curl_mime_name(part, "a");
  free(part); // expected-warning {{'free' releases an object that 'curl_mime_addpart' only lends; copy it to have your own [custody.mem-02]}}
}
