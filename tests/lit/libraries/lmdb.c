// RUN: %verify %s
// REQUIRES: lmdb
#include <lmdb.h>
#include <stddef.h>

int lost(const char *path) {
  MDB_env *env;
  if (mdb_env_create(&env))
    return -1;
  if (mdb_env_open(env, path, 0, 0600))
    return -1; // expected-warning {{an environment from 'mdb_env_create' is lost without being released; release it with 'mdb_env_close' [custody.ffi-03]}}
  mdb_env_close(env);
  return 0;
}
int twice(MDB_env *env) {
  MDB_txn *txn;
  int rc = mdb_txn_begin(env, NULL, 0, &txn);
  if (rc)
    return rc;
  rc = mdb_txn_commit(txn);
  if (rc)
    mdb_txn_abort(txn); // expected-warning {{'mdb_txn_abort' releases a transaction from 'mdb_txn_begin' that 'mdb_txn_commit' has already released; release it once [custody.own-01]}}
  return rc;
}
int good(MDB_env *env, MDB_dbi dbi, MDB_val *key) {
  MDB_txn *txn;
  MDB_val data;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
  if (rc != MDB_SUCCESS)
    return rc;
  rc = mdb_get(txn, dbi, key, &data);
  mdb_txn_abort(txn);
  return rc;
}
