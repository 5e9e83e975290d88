// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
//
// A header of a foreign library, as cbindgen prints it, with no annotation:
// the pairs of names and types say who releases what.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

char *create_string(void);
void free_string(char *ptr);
uint8_t *create_data(void);
void free_data(uint8_t *ptr);
typedef struct Database Database;
Database *db_open(const char *conn);
void db_close(Database *db);

void inOneExpression(void) {
  free(create_string()); // expected-warning {{'free' releases a string from 'create_string'; release it with 'free_string' [custody.mem-03]}}
}
void withAVariable(void) {
  char *s = create_string();
  if (s == NULL)
    return;
  free(s); // expected-warning {{'free' releases a string from 'create_string'; release it with 'free_string' [custody.mem-03]}}
}
void stringGood(void) {
  char *s = create_string();
  if (s == NULL)
    return;
  free_string(s);
}

void dataGivenToFree(void) {
  free(create_data()); // expected-warning-re {{'free' releases {{.*}} from 'create_data'; release it with 'free_data' [custody.mem-03]}}
}
void dataGood(void) { free_data(create_data()); }

void databaseGivenToFree(void) {
  Database *db = db_open("x");
  free(db); // expected-warning {{'free' releases a 'Database' from 'db_open'; release it with 'db_close' [custody.mem-03]}}
}
void databaseGood(void) {
  Database *db = db_open("x");
  db_close(db);
}

void ownMemoryGivenToTheLibrary(void) {
  char *s = strdup("mine");
  free_string(s); // expected-warning-re {{'free_string' releases {{.*}} from 'strdup'; release it with 'free' [custody.mem-03]}}
}
void literalGivenToTheLibrary(void) {
  free_string("literal"); // expected-warning {{'free_string' releases a string literal; nothing may release it [custody.mem-03]}}
}
void oneLibrarysToAnother(void) {
  char *s = create_string();
  free_data((uint8_t *)s); // expected-warning {{'free_data' releases a string from 'create_string'; release it with 'free_string' [custody.mem-03]}}
}

// Giving the pointer to a function of unknown meaning ends the leak reports,
// not the knowledge of where it came from.
void unknown(void *p);
void afterAnUnknownCall(void) {
  char *s = create_string();
  unknown(s);
  free(s); // expected-warning {{'free' releases a string from 'create_string'; release it with 'free_string' [custody.mem-03]}}
}
