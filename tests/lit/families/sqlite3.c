// RUN: %verify %s
// REQUIRES: sqlite3
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Even a failed open gives a connection, which holds the message.
int connect(const char *path) {
  sqlite3 *db;
  if (sqlite3_open(path, &db) != SQLITE_OK) {
    puts(sqlite3_errmsg(db)); // expected-warning {{a database connection from 'sqlite3_open' is lost without being released; release it with 'sqlite3_close' [custody.ffi-03]}}
    return -1;
  }
  sqlite3_close(db);
  return 0;
}
int connectGood(const char *path) {
  sqlite3 *db;
  int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL);
  if (rc != SQLITE_OK)
    puts(sqlite3_errmsg(db));
  sqlite3_close_v2(db);
  return rc;
}

int count(sqlite3 *db) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &s, NULL) != SQLITE_OK)
    return -1;
  sqlite3_bind_int(s, 1, 2);
  if (sqlite3_step(s) != SQLITE_ROW)
    return -1; // expected-warning {{a statement from 'sqlite3_prepare_v2' is lost without being released; release it with 'sqlite3_finalize'}}
  int n = sqlite3_column_int(s, 0);
  sqlite3_finalize(s);
  return n;
}
int countGood(sqlite3 *db) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &s, NULL) != SQLITE_OK)
    return -1;
  int n = sqlite3_step(s) == SQLITE_ROW ? sqlite3_column_int(s, 0) : -1;
  sqlite3_finalize(s);
  return n;
}

void statement(sqlite3 *db) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v3(db, "SELECT 1", -1, 0, &s, NULL) != SQLITE_OK)
    return;
  sqlite3_finalize(s);
  sqlite3_step(s); // expected-warning {{a statement from 'sqlite3_prepare_v3' is used after 'sqlite3_finalize' released it}}
}

void text(const char *name) {
  char *sql = sqlite3_mprintf("SELECT %Q", name);
  free(sql); // expected-warning {{'free' releases memory from 'sqlite3_mprintf'; release it with 'sqlite3_free' [custody.mem-03]}}
}
void textGood(const char *name) {
  char *sql = sqlite3_mprintf("SELECT %Q", name);
  sqlite3_free(sql);
}

// The message is there only after a failure, so that losing it is no report.
void message(sqlite3 *db) {
  char *error = NULL;
  if (sqlite3_exec(db, "VACUUM", NULL, NULL, &error) != SQLITE_OK)
    free(error); // expected-warning {{'free' releases memory from 'sqlite3_exec'; release it with 'sqlite3_free' [custody.mem-03]}}
}
void messageGood(sqlite3 *db) {
  char *error = NULL;
  if (sqlite3_exec(db, "VACUUM", NULL, NULL, &error) != SQLITE_OK) {
    puts(error);
    sqlite3_free(error);
  }
}

void rows(sqlite3 *db) {
  char **table;
  int rows, columns;
  if (sqlite3_get_table(db, "SELECT 1", &table, &rows, &columns, NULL) !=
      SQLITE_OK)
    return;
  sqlite3_free(table); // expected-warning {{'sqlite3_free' releases a result table from 'sqlite3_get_table'; release it with 'sqlite3_free_table' [custody.mem-03]}}
}

void lent(sqlite3_stmt *s) {
  free((void *)sqlite3_column_text(s, 0)); // expected-warning {{'free' releases a value that 'sqlite3_column_text' only lends; copy it to have your own [custody.mem-02]}}
}

void built(sqlite3 *db) {
  sqlite3_str *s = sqlite3_str_new(db);
  sqlite3_str_appendf(s, "%d", 1);
  char *sql = sqlite3_str_finish(s);
  if (sql)
    puts(sql);
} // expected-warning {{memory from 'sqlite3_str_finish' is lost}}

void copied(sqlite3 *from, sqlite3 *to) {
  sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
  if (!b)
    return;
  sqlite3_backup_step(b, -1);
} // expected-warning {{a backup from 'sqlite3_backup_init' is lost}}

// The statement keeps what it is given with a destructor.
void bound(sqlite3_stmt *s, const char *name) {
  char *copy = strdup(name);
  if (copy)
    sqlite3_bind_text(s, 1, copy, -1, free);
}
