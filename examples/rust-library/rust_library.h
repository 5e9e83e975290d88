/* The C interface of a small Rust library, as cbindgen prints it: nothing here
 * says who owns what. */

#ifndef RUST_LIBRARY_H
#define RUST_LIBRARY_H

/* Generated with cbindgen:0.26.0 */

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct Database Database;

typedef struct Settings Settings;

/**
 * A configuration struct with C-compatible memory layout.
 */
typedef struct Config {
  int32_t max_connections;
  int32_t timeout_ms;
  char *name;
} Config;

/**
 * Opaque handle for C.
 */
typedef struct Settings *ConfigHandle;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Creates a C-compatible string owned by the caller.
 */
char *create_string(void);

void free_string(char *ptr);

struct Config *create_config(int32_t max_conn, int32_t timeout);

void free_config(struct Config *ptr);

uint8_t *create_data(void);

void free_data(uint8_t *ptr);

struct Database *db_open(const char *conn);

void db_close(struct Database *db);

int db_query(struct Database *db, const char *query);

ConfigHandle config_new(void);

bool config_set(ConfigHandle handle, const char *key, const char *value);

void config_free(ConfigHandle handle);

#ifdef __cplusplus
} // extern "C"
#endif // __cplusplus

#endif /* RUST_LIBRARY_H */
