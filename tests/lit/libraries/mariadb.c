// RUN: %verify -I/usr/include/mariadb %s
// REQUIRES: mariadb
#include <mysql.h>
#include <stdlib.h>

int lost(MYSQL *mysql) {
  MYSQL_RES *result = mysql_store_result(mysql);
  if (!result)
    return -1;
  return mysql_num_fields(result); // expected-warning {{a result from 'mysql_store_result' is lost without being released; release it with 'mysql_free_result' [custody.ffi-03]}}
}
void closed(MYSQL *mysql) {
  MYSQL_STMT *s = mysql_stmt_init(mysql);
  mysql_stmt_close(s);
  mysql_stmt_execute(s); // expected-warning {{a statement from 'mysql_stmt_init' is used after 'mysql_stmt_close' released it; use it before, or not at all [custody.own-02]}}
}
int stack(void) {
  MYSQL mysql;
  mysql_init(&mysql);
  mysql_close(&mysql);
  return 0;
}
