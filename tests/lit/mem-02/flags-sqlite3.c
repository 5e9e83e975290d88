// REQUIRES: sqlite3
// RUN: %verify %s
#include <sqlite3.h>
#include <stdlib.h>

void freeOfVersion(void) {
  free((void *)sqlite3_libversion()); // expected-warning-re {{'free' releases {{.*}} that 'sqlite3_libversion' only lends; copy it to have your own [custody.mem-02]}}
}
void freeOfMessage(sqlite3 *db) {
  sqlite3_free((void *)sqlite3_errmsg(db)); // expected-warning-re {{'sqlite3_free' releases {{.*}} that 'sqlite3_errmsg' only lends; copy it to have your own [custody.mem-02]}}
}
void writeToAColumn(sqlite3_stmt *row) {
  char *text = (char *)sqlite3_column_text(row, 0);
  if (text)
    text[0] = 0; // expected-warning-re {{this writes to {{.*}} that 'sqlite3_column_text' only lends; copy it first [custody.mem-02]}}
}
int readGood(sqlite3_stmt *row) {
  const unsigned char *text = sqlite3_column_text(row, 0);
  return text ? text[0] : -1;
}
