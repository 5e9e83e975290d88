#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Database;
struct Database *db_open(const char *conn);
void db_close(struct Database *db);
char *db_query(struct Database *db, const char *query);
void db_string_free(char *text);
int db_size(const struct Database *db);

void log_line(const char *text) { puts(text); }
char *upper_case(const char *text) {
  char *copy = strdup(text);
  if (!copy)
    return NULL;
  for (char *c = copy; *c; ++c)
    *c = (char)toupper((unsigned char)*c);
  return copy;
}

int main(int argc, char **argv) {
  struct Database *db = db_open(argc > 1 ? argv[1] : "");
  if (!db)
    return 1;
  char *answer = db_query(db, "select");
  int n = db_size(db);
  if (answer)
    n += puts(answer);
  db_string_free(answer);
  db_close(db);
  return n;
}
