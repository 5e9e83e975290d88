// A C program that uses the Rust library of rust_library.h. Each mistake stands
// above the function that does the same thing right.

#include "rust_library.h"
#include <stdio.h>
#include <string.h>

// Rust's allocator made the string; only Rust may take it back.
void greet_wrong(void) {
  char *text = create_string();
  if (!text)
    return;
  puts(text);
  free(text); // mem-03
}

void greet(void) {
  char *text = create_string();
  if (!text)
    return;
  puts(text);
  free_string(text);
}

// The early return in the middle loses the database.
int count_wrong(const char *where) {
  Database *db = db_open(where);
  if (!db)
    return -1;
  char *query = create_string();
  if (!query)
    return -1; // ffi-03
  int rows = db_query(db, query);
  free_string(query);
  db_close(db);
  return rows;
}

int count(const char *where) {
  int rows = -1;
  Database *db = db_open(where);
  if (!db)
    return rows;
  char *query = create_string();
  if (query)
    rows = db_query(db, query);
  free_string(query);
  db_close(db);
  return rows;
}

// Rust drops the settings in config_free; they are gone when C asks again.
bool configure_wrong(void) {
  ConfigHandle handle = config_new();
  if (!handle)
    return false;
  config_free(handle);
  return config_set(handle, "colour", "green"); // own-02
}

bool configure(void) {
  ConfigHandle handle = config_new();
  if (!handle)
    return false;
  bool good = config_set(handle, "colour", "green");
  config_free(handle);
  return good;
}

// One branch frees, and then goes on to free again.
void connect_wrong(int32_t limit) {
  Config *config = create_config(limit, 1000);
  if (!config)
    return;
  if (config->max_connections > 100) {
    fputs("too many connections\n", stderr);
    free_config(config);
  }
  free_config(config); // own-01
}

void connect_right(int32_t limit) {
  Config *config = create_config(limit, 1000);
  if (!config)
    return;
  if (config->max_connections > 100)
    fputs("too many connections\n", stderr);
  free_config(config);
}

// The pointer that goes back must be the pointer that came.
uint8_t first_byte_wrong(void) {
  uint8_t *data = create_data();
  if (!data)
    return 0;
  uint8_t first = *data++;
  free_data(data); // own-03
  return first;
}

uint8_t first_byte(void) {
  uint8_t *data = create_data();
  if (!data)
    return 0;
  uint8_t first = data[0];
  free_data(data);
  return first;
}

int main(void) {
  greet();
  greet_wrong();
  connect_right(10);
  connect_wrong(10);
  return count("users.db") + count_wrong("users.db") + configure() +
         configure_wrong() + first_byte() + first_byte_wrong();
}
