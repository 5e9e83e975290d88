// RUN: %verify %s
// expected-no-diagnostics
//
// The same, copied as a whole structure.
#include <stdlib.h>
#include <string.h>

struct pt { char *a, *b; };
void by_memcpy(struct pt *o) { struct pt *p = malloc(sizeof *p); if (!p) return; p->a = strdup("x"); p->b = NULL; memcpy(o, p, sizeof *o); free(p); }
void by_assign(struct pt *o) { struct pt *p = malloc(sizeof *p); if (!p) return; p->a = strdup("x"); p->b = NULL; *o = *p; free(p); }
void to_field(struct pt *o) { struct pt *p = malloc(sizeof *p); if (!p) return; p->a = strdup("x"); o->a = p->a; free(p); }
void take(struct pt *o);
void to_memcpy_local(void) { struct pt *p = malloc(sizeof *p), q; if (!p) return; p->a = strdup("x"); p->b = NULL; memcpy(&q, p, sizeof q); free(p); free(q.a); }
void to_memcpy_local2(void) { struct pt p = {strdup("x")}, q; memcpy(&q, &p, sizeof q); free(q.a); }
struct pt **tab;
void grow_arr(char **v, size_t n) { char **t = malloc((n + 1) * sizeof *t); if (!t) return; t[0] = strdup("q"); memcpy(v, t, n * sizeof *v); free(t); }
char **grow(char **v, size_t n) { char **t = malloc((n + 1) * sizeof *t); if (!t) return NULL; memcpy(t, v, n * sizeof *t); t[n] = strdup("x"); free(v); return t; }
void chain(void) { char **t = malloc(8), **u; if (!t) return; t[0] = strdup("x"); u = malloc(16); if (!u) { free(t[0]); free(t); return; } memcpy(u, t, 8); free(t); free(u[0]); free(u); }
