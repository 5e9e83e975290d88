// RUN: %verify -Xclang -verify-ignore-unexpected=note -std=c++17 %s
//
// Both sides of a boundary think the value is theirs.
#include <cstdlib>
#include <memory>

extern "C" {
char *create_string();
void free_string(char *Ptr);
struct Database;
Database *db_open(const char *Connection);
void db_close(Database *Db);
}

void ownerAndCaller() {
  Database *Db = db_open("x");
  std::unique_ptr<Database, decltype(&db_close)> Owner(Db, db_close);
  db_close(Db); // expected-warning-re {{'db_close' releases a 'Database' from 'db_open' that {{.*}} already owns; {{.*}} [custody.ffi-07]}}
}
void twoOwners() {
  Database *Db = db_open("x");
  std::shared_ptr<Database> First(Db, db_close);
  std::shared_ptr<Database> Second(Db, db_close); // expected-warning-re {{'std::shared_ptr<Database>' adopts a 'Database' from 'db_open' that 'std::shared_ptr<Database>' already owns; {{.*}} [custody.ffi-07]}}
}
void oneOwner() {
  std::unique_ptr<Database, decltype(&db_close)> Owner(db_open("x"), db_close);
  std::shared_ptr<Database> Shared(std::move(Owner));
}
void callerAfterOwner() {
  char *S = create_string();
  { std::unique_ptr<char, decltype(&free_string)> Owner(S, free_string); }
  free_string(S); // expected-warning-re {{'free_string' releases a string from 'create_string' that {{.*}} already released; {{.*}} [custody.ffi-07]}}
}
