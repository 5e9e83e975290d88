// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
//
// An opaque struct behind open, query and close.
#include <stdlib.h>

typedef struct Database Database;
Database *db_open(const char *conn);
void db_close(Database *db);
int db_query(Database *db, const char *query);

int right(void) {
  Database *db = db_open("file");
  if (!db)
    return -1;
  int rc = db_query(db, "select 1");
  db_close(db);
  return rc;
}
int lostOnError(void) {
  Database *db = db_open("file");
  if (!db)
    return -1;
  if (db_query(db, "select 1") < 0)
    return -1; // expected-warning {{a 'Database' from 'db_open' is lost without being released; release it with 'db_close' [custody.ffi-03]}}
  db_close(db);
  return 0;
}
void givenToFree(void) {
  Database *db = db_open("file");
  free(db); // expected-warning {{'free' releases a 'Database' from 'db_open'; release it with 'db_close' [custody.mem-03]}}
}
void queriedAfterClose(void) {
  Database *db = db_open("file");
  if (!db)
    return;
  db_close(db);
  db_query(db, "select 1"); // expected-warning-re {{a 'Database' from 'db_open' is used after 'db_close' released it; {{.*}} [custody.own-02]}}
}
void closedTwice(void) {
  Database *db = db_open("file");
  db_close(db);
  db_close(db); // expected-warning-re {{'db_close' has already released; {{.*}} [custody.own-01]}}
}
