// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %custody %s -o /dev/null 2>&1 | FileCheck %s
//
// A header as cbindgen prints it says nothing of ownership and leaves no doubt.
#include <stdint.h>
#include <stdlib.h>
typedef struct Database Database;
typedef struct Config Config;
Database *db_open(const char *path);
int32_t db_query(const Database *db, const char *text);
void db_close(Database *db);
char *create_string(void);
void free_string(char *s);
uint8_t *create_data(void);
void free_data(uint8_t *d);
Config *mylib_config_new(void);
Config *mylib_config_new_with_name(const char *name);
Config *mylib_config_dup(const Config *c);
Config *mylib_config_from_str(const char *s);
void mylib_config_free(Config *c);
Database *OpenDatabase(void);
void CloseDatabase(Database *db);
Database *fooCreate(void);
void fooDestroy(Database **db);
typedef int device;
device device_open(const char *name);
int device_close(device d);

void stringFreed(void) {
  free(create_string()); // expected-warning {{'free' releases a string from 'create_string'; release it with 'free_string'}}
}
// CHECK: [[@LINE-2]]:3: warning: 'free' releases a string from 'create_string'
// CHECK: note: {{.*}}inferred from the declarations of 'create_string' and 'free_string'
void dataFreed(void) {
  free(create_data()); // expected-warning {{'free' releases memory from 'create_data'; release it with 'free_data'}}
}
void wrongPartner(void) {
  char *s = create_string();
  free_data((uint8_t *)s); // expected-warning {{'free_data' releases a string from 'create_string'; release it with 'free_string'}}
}
void mallocGiven(void) {
  free_string(malloc(8)); // expected-warning {{'free_string' releases memory from 'malloc'; release it with 'free'}}
}
void databaseLost(const char *path) {
  Database *db = db_open(path);
  if (!db)
    return;
  db_query(db, "select");
} // expected-warning {{a 'Database' from 'db_open' is lost without being released; release it with 'db_close'}}
void moreWordsBehindTheVerb(void) {
  free(mylib_config_new_with_name("c")); // expected-warning {{release it with 'mylib_config_free'}}
}
void copied(const Config *c) {
  free(mylib_config_dup(c)); // expected-warning {{release it with 'mylib_config_free'}}
}
void parsed(void) {
  free(mylib_config_from_str("c")); // expected-warning {{release it with 'mylib_config_free'}}
}
void camels(void) {
  free(OpenDatabase()); // expected-warning {{release it with 'CloseDatabase'}}
}
void byAddress(void) {
  free(fooCreate()); // expected-warning {{release it with 'fooDestroy'}}
}
void handleClosedTwice(void) {
  device d = device_open("d");
  if (d < 0)
    return;
  device_close(d);
  device_close(d); // expected-warning {{that 'device_close' has already released}}
}

void right(const char *path) {
  Database *db = db_open(path);
  if (db)
    db_close(db);
  free_string(create_string());
  free_data(create_data());
  Config *c = mylib_config_new();
  if (c)
    mylib_config_free(mylib_config_dup(c));
  mylib_config_free(c);
  CloseDatabase(OpenDatabase());
  Database *f = fooCreate();
  fooDestroy(&f);
  device d = device_open("d");
  if (d >= 0)
    device_close(d);
}
