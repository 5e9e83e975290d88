// The same Rust library from C++: a smart pointer releases with `delete` unless
// it is told otherwise.

#include "rust_library.h"
#include <memory>
#include <string>

// unique_ptr would `delete[]` what Rust's allocator made.
std::string text_wrong() {
  std::unique_ptr<char[]> text(create_string()); // mem-03
  return text ? std::string(text.get()) : std::string();
}

struct FreeString {
  void operator()(char *text) const { free_string(text); }
};

std::string text() {
  std::unique_ptr<char, FreeString> text(create_string());
  return text ? std::string(text.get()) : std::string();
}

// The owner closes the database at the end of the scope; so does the call.
int query_wrong(const char *where) {
  std::unique_ptr<Database, decltype(&db_close)> db(db_open(where), &db_close);
  if (!db)
    return -1;
  int rows = db_query(db.get(), "select 1");
  db_close(db.get()); // ffi-07
  return rows;
}

int query(const char *where) {
  std::unique_ptr<Database, decltype(&db_close)> db(db_open(where), &db_close);
  return db ? db_query(db.get(), "select 1") : -1;
}

// release() hands the pointer back to nobody.
int32_t limit_wrong() {
  std::unique_ptr<Config, void (*)(Config *)> config(create_config(5, 100),
                                                     free_config);
  Config *raw = config.release();
  return raw ? raw->max_connections : 0; // ffi-03
}

int32_t limit() {
  std::unique_ptr<Config, void (*)(Config *)> config(create_config(5, 100),
                                                     free_config);
  return config ? config->max_connections : 0;
}
