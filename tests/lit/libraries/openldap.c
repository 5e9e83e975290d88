// RUN: %verify %s
// REQUIRES: openldap
#include <ldap.h>
#include <stdlib.h>

int lost(const char *url) {
  LDAP *ld;
  int version = LDAP_VERSION3;
  if (ldap_initialize(&ld, url) != LDAP_SUCCESS)
    return -1;
  if (ldap_set_option(ld, LDAP_OPT_PROTOCOL_VERSION, &version))
    return -1; // expected-warning {{a connection from 'ldap_initialize' is lost without being released; release it with 'ldap_unbind_ext_s' [custody.ffi-03]}}
  ldap_unbind_ext_s(ld, NULL, NULL);
  return 0;
}
void wrong(LDAP *ld, LDAPMessage *entry) {
  char *dn = ldap_get_dn(ld, entry);
  free(dn); // expected-warning {{'free' releases memory from 'ldap_get_dn'; release it with 'ldap_memfree' [custody.mem-03]}}
}
void good(LDAP *ld, LDAPMessage *entry) {
  struct berval **values = ldap_get_values_len(ld, entry, "cn");
  ldap_value_free_len(values);
}
void lent(LDAP *ld, LDAPMessage *all) {
  ldap_msgfree(ldap_first_entry(ld, all)); // expected-warning {{'ldap_msgfree' releases an object that 'ldap_first_entry' only lends; copy it to have your own [custody.mem-02]}}
}
