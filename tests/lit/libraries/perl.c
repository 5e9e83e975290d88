// RUN: %verify -I/usr/lib/x86_64-linux-gnu/perl/5.36/CORE -D_GNU_SOURCE %s
// REQUIRES: perl
#include <stdarg.h>
#include <stdlib.h>
#include <EXTERN.h>
#include <perl.h>

void lost(pTHX_ int c) {
  SV *sv = newSVpv("x", 0);
  if (c)
    return; // expected-warning {{a Perl value from 'Perl_newSVpv' is lost without being released; release it with 'SvREFCNT_dec' [custody.ffi-03]}}
  SvREFCNT_dec(sv);
}
void mortal(pTHX) {
  SV *sv = sv_2mortal(newSVnv(1.0));
  SvREFCNT_dec(sv); // expected-warning {{'Perl_SvREFCNT_dec' releases a Perl value from 'Perl_newSVnv' that 'Perl_sv_2mortal' already owns; leave the release to its owner [custody.ffi-07]}}
}
void mortalGood(pTHX) {
  SV *sv = sv_2mortal(newSVnv(1.0));
  sv_setpv(sv, "x");
}
void pushed(pTHX_ AV *av) {
  av_push(av, newSVpvn("x", 1));
}
void memory(pTHX) {
  char *s = Perl_savepvn(aTHX_ "x", 1);
  Safefree(s);
}
