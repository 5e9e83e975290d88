// RUN: %verify %s
// REQUIRES: libmount
#include <stdio.h>
#include <stdlib.h>
#include <libmount/libmount.h>

int listed(void) {
  struct libmnt_table *t = mnt_new_table();
  if (!t)
    return -1;
  if (mnt_table_parse_mtab(t, NULL))
    return -1; // expected-warning {{a mount table from 'mnt_new_table' is lost without being released; release it with 'mnt_unref_table' [custody.ffi-03]}}
  mnt_unref_table(t);
  return 0;
}
void walked(struct libmnt_table *t) {
  struct libmnt_fs *fs;
  struct libmnt_iter *i = mnt_new_iter(MNT_ITER_FORWARD);
  if (!i)
    return;
  while (mnt_table_next_fs(t, i, &fs) == 0)
    puts(mnt_fs_get_target(fs));
  mnt_free_iter(i);
}
void wrong(struct libmnt_fs *fs) {
  free((void *)mnt_fs_get_target(fs)); // expected-warning {{'free' releases a string that 'mnt_fs_get_target' only lends; copy it to have your own [custody.mem-02]}}
}
void kinds(void) {
  mnt_unref_fs((struct libmnt_fs *)mnt_new_table()); // expected-warning {{'mnt_unref_fs' releases a mount table from 'mnt_new_table'; release it with 'mnt_unref_table' [custody.mem-03]}}
}
