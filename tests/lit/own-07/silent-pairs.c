// RUN: %verify -Xclang -analyzer-checker=custody.own-07 %s
// expected-no-diagnostics
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Database Database;
Database *db_open(const char *conn);
void db_close(Database *db);

// Lent, not owned.
const char *db_version(void);
Database *db_current(void);
Database *db_get_parent(Database *db);

// Its body is visible: whoever calls it sees malloc's memory.
char *copy_of(const char *s) { return strdup(s); }
static Database *cached;
Database *db_create_once(void) { return cached; }
