// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
typedef struct Database Database;
Database *db_open(const char *conn);
void db_close(Database *db);

void twice(void) {
  Database *db = db_open("a");
  db_close(db);
  db_close(db); // expected-warning-re {{'db_close' releases a 'Database' from 'db_open' that 'db_close' has already released; {{.*}} [custody.own-01]}}
}
void once(void) {
  Database *db = db_open("a");
  db_close(db);
  db = db_open("b");
  db_close(db);
}
