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

int connectionLost(void) {
  MYSQL *m = mysql_init(NULL);
  if (!m)
    return -1;
  if (!mysql_real_connect(m, "h", "u", "p", "d", 0, NULL, 0))
    return -1; // expected-warning {{a connection from 'mysql_init' is lost without being released; release it with 'mysql_close' [custody.ffi-03]}}
  mysql_close(m);
  return 0;
}
void connectionFreed(void) {
  MYSQL *m = mysql_init(NULL);
  free(m); // expected-warning {{'free' releases a connection from 'mysql_init'; release it with 'mysql_close' [custody.mem-03]}}
}
void closedTwice(void) {
  MYSQL *m = mysql_init(NULL);
  if (!m)
    return;
  mysql_close(m);
  mysql_close(m); // expected-warning {{'mysql_close' releases a connection from 'mysql_init' that 'mysql_close' has already released; release it once [custody.own-01]}}
}
int inStorage(void) {
  MYSQL mine, *m = mysql_init(&mine);
  if (!mysql_real_connect(m, "h", "u", "p", "d", 0, NULL, 0)) {
    mysql_close(&mine);
    return -1;
  }
  mysql_close(m);
  return 0;
}
