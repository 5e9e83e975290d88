// RUN: %verify %s
// REQUIRES: cups
#include <cups/cups.h>
#include <stdlib.h>

int asked(http_t *http) {
  ipp_t *request = ippNewRequest(IPP_OP_GET_PRINTERS);
  ipp_t *response = cupsDoRequest(http, request, "/");
  ippDelete(request); // expected-warning {{'ippDelete' releases an IPP request from 'ippNewRequest' that 'cupsDoRequest' has already released; release it once [custody.own-01]}}
  ippDelete(response);
  return 0;
}
int askedGood(http_t *http) {
  ipp_t *response = cupsDoRequest(http, ippNewRequest(IPP_OP_GET_PRINTERS), "/");
  int n = response ? ippGetStatusCode(response) : 0;
  ippDelete(response);
  return n;
}
int listed(void) {
  cups_dest_t *d;
  int n = cupsGetDests(&d);
  if (n > 3)
    return n; // expected-warning {{destinations from 'cupsGetDests' is lost without being released; release it with 'cupsFreeDests' [custody.ffi-03]}}
  cupsFreeDests(n, d);
  return n;
}
void wrong(void) {
  http_t *h = httpConnect2("x", 631, NULL, 0, HTTP_ENCRYPTION_NEVER, 1, 1, NULL);
  free(h); // expected-warning {{'free' releases a connection from 'httpConnect2'; release it with 'httpClose' [custody.mem-03]}}
}
