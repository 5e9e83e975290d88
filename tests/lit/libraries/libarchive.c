// RUN: %verify %s
// REQUIRES: libarchive
#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

int lost(const char *path) {
  struct archive *a = archive_read_new();
  struct archive_entry *entry;
  archive_read_support_filter_all(a);
  if (archive_read_open_filename(a, path, 10240) != ARCHIVE_OK)
    return -1; // expected-warning {{an archive reader from 'archive_read_new' is lost without being released; release it with 'archive_read_free' [custody.ffi-03]}}
  while (archive_read_next_header(a, &entry) == ARCHIVE_OK)
    archive_read_data_skip(a);
  archive_read_free(a);
  return 0;
}
void written(struct archive *a, const char *name) {
  struct archive_entry *entry = archive_entry_new();
  archive_entry_set_pathname(entry, name);
  archive_write_header(a, entry);
  archive_entry_free(entry);
}
void wrong(void) {
  struct archive_entry *entry = archive_entry_new();
  free(entry); // expected-warning {{'free' releases an archive entry from 'archive_entry_new'; release it with 'archive_entry_free' [custody.mem-03]}}
}
void closed(void) {
  struct archive *a = archive_write_new();
  archive_write_free(a);
  archive_write_close(a); // expected-warning {{an archive writer from 'archive_write_new' is used after 'archive_write_free' released it; use it before, or not at all [custody.own-02]}}
}
