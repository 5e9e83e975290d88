// RUN: %verify -I/usr/include/capstone -DPACKAGE -DPACKAGE_VERSION %s
// REQUIRES: libbfd, capstone, libdw
#include <stdio.h>
#include <stdlib.h>
#include <bfd.h>
#include <capstone/capstone.h>
#include <elfutils/libdw.h>

int decoded(const uint8_t *code) {
  csh h;
  cs_insn *insn;
  if (cs_open(CS_ARCH_X86, CS_MODE_64, &h) != CS_ERR_OK)
    return -1;
  size_t n = cs_disasm(h, code, 16, 0, 0, &insn); // expected-warning {{instructions from 'cs_disasm' is lost without being released; release it with 'cs_free' [custody.ffi-03]}}
  cs_close(&h);
  return n;
}
int decodedGood(const uint8_t *code) {
  csh h;
  cs_insn *insn;
  if (cs_open(CS_ARCH_X86, CS_MODE_64, &h) != CS_ERR_OK)
    return -1;
  size_t n = cs_disasm(h, code, 16, 0, 0, &insn);
  if (n > 0)
    cs_free(insn, n);
  cs_close(&h);
  return n;
}
int opened(const char *path) {
  bfd *b = bfd_openr(path, NULL);
  if (!b)
    return -1;
  if (!bfd_check_format(b, bfd_object))
    return -1; // expected-warning {{a bfd from 'bfd_openr' is lost without being released; release it with 'bfd_close' [custody.ffi-03]}}
  bfd_close(b);
  return 0;
}
int scoped(Dwarf_Die *cu) {
  Dwarf_Die *scopes;
  int n = dwarf_getscopes(cu, 0, &scopes);
  if (n <= 0)
    return n;
  return dwarf_tag(&scopes[0]); // expected-warning {{memory from 'dwarf_getscopes' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
int scopedGood(Dwarf_Die *cu) {
  Dwarf_Die *scopes;
  int n = dwarf_getscopes(cu, 0, &scopes);
  if (n <= 0)
    return n;
  int tag = dwarf_tag(&scopes[0]);
  free(scopes);
  return tag;
}
