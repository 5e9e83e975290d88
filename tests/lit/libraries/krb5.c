// RUN: %verify %s
// REQUIRES: krb5
#include <krb5.h>
#include <gssapi/gssapi.h>
#include <stdlib.h>

int lost(const char *name) {
  krb5_context context;
  krb5_principal who;
  if (krb5_init_context(&context))
    return -1;
  if (krb5_parse_name(context, name, &who))
    return -1; // expected-warning {{a Kerberos context from 'krb5_init_context' is lost without being released; release it with 'krb5_free_context' [custody.ffi-03]}}
  krb5_free_principal(context, who);
  krb5_free_context(context);
  return 0;
}
void wrong(krb5_context context, krb5_principal who) {
  char *name;
  if (krb5_unparse_name(context, who, &name) == 0)
    free(name); // expected-warning {{'free' releases a name from 'krb5_unparse_name'; release it with 'krb5_free_unparsed_name' [custody.mem-03]}}
}
int names(gss_name_t name) {
  OM_uint32 minor;
  gss_name_t copy;
  if (GSS_ERROR(gss_duplicate_name(&minor, name, &copy)))
    return -1;
  gss_release_name(&minor, &copy);
  return 0;
}
