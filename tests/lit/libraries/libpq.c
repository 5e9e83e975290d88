// RUN: %verify -I/usr/include/postgresql %s
// REQUIRES: libpq
#include <libpq-fe.h>
#include <stdlib.h>

int lost(const char *where) {
  PGconn *conn = PQconnectdb(where);
  if (PQstatus(conn) != CONNECTION_OK)
    return -1; // expected-warning {{a connection from 'PQconnectdb' is lost without being released; release it with 'PQfinish' [custody.ffi-03]}}
  PQfinish(conn);
  return 0;
}
int rows(PGconn *conn) {
  PGresult *result = PQexec(conn, "SELECT 1");
  return PQntuples(result); // expected-warning {{a result from 'PQexec' is lost without being released; release it with 'PQclear' [custody.ffi-03]}}
}
int good(PGconn *conn) {
  PGresult *result = PQexec(conn, "SELECT 1");
  int n = PQresultStatus(result) == PGRES_TUPLES_OK ? PQntuples(result) : -1;
  PQclear(result);
  return n;
}
void closed(PGconn *conn) {
  PGresult *result = PQexec(conn, "SELECT 1");
  PQclear(result);
  PQgetvalue(result, 0, 0); // expected-warning {{a result from 'PQexec' is used after 'PQclear' released it; use it before, or not at all [custody.own-02]}}
}
void lent(PGresult *result) {
  free(PQgetvalue(result, 0, 0)); // expected-warning {{'free' releases a string that 'PQgetvalue' only lends; copy it to have your own [custody.mem-02]}}
}
void wrong(PGconn *conn, const char *name) {
  char *quoted = PQescapeLiteral(conn, name, 3);
  free(quoted); // expected-warning {{'free' releases memory from 'PQescapeLiteral'; release it with 'PQfreemem' [custody.mem-03]}}
}
