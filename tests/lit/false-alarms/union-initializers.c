// RUN: %verify %s
// expected-no-diagnostics
//
// A union filled by its initializer is read through any member.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef union { void *p; char *s; FILE *f; int fd; } any;
struct var { int k; any v; };
void init1(const char *s) { struct var v = {.k = 1, .v.f = fopen(s, "r")}; if (v.v.f) fclose(v.v.f); }
void init2(const char *s) { any v = {.f = fopen(s, "r")}; if (v.f) fclose(v.f); }
void init3(const char *s) { any v = {.s = strdup(s)}; free(v.s); }
void init4(const char *s) { any v = {strdup(s)}; free(v.p); }
void init5(const char *s) { any v = {.s = strdup(s)}; free(v.p); }
void init6(struct var *o, const char *s) { *o = (struct var){1, {.s = strdup(s)}}; }
struct var init7(const char *s) { return (struct var){1, {.s = strdup(s)}}; }
void use(any a);
void init8(const char *s) { use((any){.s = strdup(s)}); }
struct anon { int k; union { char *s; FILE *f; }; };
void init9(const char *s) { struct anon a = {.k = 1, .s = strdup(s)}; free(a.s); }
void init10(const char *s) { struct anon a = {.k = 1, .f = fopen(s, "r")}; if (a.f) fclose(a.f); }
void init11(const char *s, struct anon **o) { *o = malloc(sizeof **o); if (*o) **o = (struct anon){.k = 1, .s = strdup(s)}; }
void assign(const char *s) { any a; a.f = fopen(s, "r"); if (a.f) fclose(a.f); }
void punned(const char *s) { any a; a.f = fopen(s, "r"); if (a.p) fclose(a.p); }
