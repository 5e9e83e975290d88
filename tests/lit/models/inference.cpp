// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
//
// Pairs in namespaces and with C linkage; no members, templates or overloads
// of another type.
#include <cstdlib>

extern "C" {
struct Database;
Database *db_open(const char *Path);
void db_close(Database *Db);
}
namespace lib {
struct Query;
Query *query_new();
void query_free(Query *Q);
struct Pool;
Pool *pool_new();
struct Class {
  Query *item_new();
  void item_free(Query *);
};
} // namespace lib
void pool_free(lib::Pool *P); // Not beside pool_new.

void wrongRelease() {
  std::free(db_open("d")); // expected-warning {{'free' releases a 'Database' from 'db_open'; release it with 'db_close'}}
}
void wrongInNamespace() {
  std::free(lib::query_new()); // expected-warning {{'free' releases a 'Query' from}}
}
void right(lib::Class &C) {
  db_close(db_open("d"));
  lib::query_free(lib::query_new());
  lib::pool_new();
  C.item_new();
}
