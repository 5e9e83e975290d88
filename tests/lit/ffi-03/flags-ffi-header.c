// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
//
// Handles of a foreign library, understood from its header alone.
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct Database Database;
Database *db_open(const char *conn);
void db_close(Database *db);
int db_query(Database *db, const char *query);

typedef struct Config Config;
typedef Config *ConfigHandle;
ConfigHandle config_new(void);
bool config_set(ConfigHandle handle, const char *key, const char *value);
void config_free(ConfigHandle handle);

int lost(const char *conn) {
  Database *db = db_open(conn);
  if (!db)
    return -1;
  return 0; // expected-warning {{a 'Database' from 'db_open' is lost without being released; release it with 'db_close' [custody.ffi-03]}}
}

// The other functions of the library use the handle they are given.
int lostAfterUse(const char *conn) {
  Database *db = db_open(conn);
  if (!db)
    return -1;
  if (db_query(db, "select 1") != 0)
    return -1; // expected-warning {{a 'Database' from 'db_open' is lost without being released; release it with 'db_close' [custody.ffi-03]}}
  db_close(db);
  return 0;
}
int good(const char *conn) {
  Database *db = db_open(conn);
  if (!db)
    return -1;
  int result = db_query(db, "select 1");
  db_close(db);
  return result;
}

bool configLost(void) {
  ConfigHandle c = config_new();
  if (!c)
    return false;
  if (!config_set(c, "a", "b"))
    return false; // expected-warning {{from 'config_new' is lost without being released; release it with 'config_free' [custody.ffi-03]}}
  config_free(c);
  return true;
}
bool configGood(void) {
  ConfigHandle c = config_new();
  bool ok = config_set(c, "a", "b");
  config_free(c);
  return ok;
}

Database *handedOut(const char *conn) {
  Database *db = db_open(conn);
  return db;
}
