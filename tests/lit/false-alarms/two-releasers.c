// RUN: %verify %s
// expected-no-diagnostics
//
// Two functions that may release: nothing is inferred.


typedef struct H H;
H *conn_open(const char *h);
void conn_close(H *c);
void conn_free(H *c);
void two(void) { H *c = conn_open("h"); if (!c) return; conn_close(c); conn_free(c); }
