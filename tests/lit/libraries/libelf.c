// RUN: %verify %s
// REQUIRES: libelf
#include <fcntl.h>
#include <libelf.h>
#include <stdlib.h>
#include <unistd.h>

int sections(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return -1;
  Elf *e = elf_begin(fd, ELF_C_READ, NULL);
  if (!e)
    return -1; // expected-warning {{a file descriptor from 'open' is lost without being released; release it with 'close' [custody.ffi-03]}}
  size_t n = 0;
  elf_getshdrnum(e, &n);
  elf_end(e);
  close(fd);
  return n;
}
int sectionsGood(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return -1;
  size_t n = 0;
  Elf *e = elf_begin(fd, ELF_C_READ, NULL);
  if (e) {
    elf_getshdrnum(e, &n);
    elf_end(e);
  }
  close(fd);
  return n;
}
void part(Elf *e) {
  free(elf_getscn(e, 1)); // expected-warning {{'free' releases a part of an ELF descriptor that 'elf_getscn' only lends; copy it to have your own [custody.mem-02]}}
}
