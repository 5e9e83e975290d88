// RUN: %verify %s
// expected-no-diagnostics
//
// Where more than one thing may be written, or something is looked up or
// belongs to another, nothing is inferred of out-parameters.
#include <stdbool.h>
#include <stdlib.h>
typedef struct sea sea;
typedef struct ship ship;
typedef struct port port;
bool sea_open(sea **a, ship **b);
void sea_close(sea *s);
bool ship_get_new(ship **out);
bool ship_new(port *owner, ship **out);
void ship_free(ship *s);
bool port_copy(port **to, const port *from);
void port_free(port *p);
bool text_new(char **out);
void text_free(char *t);

void quiet(port *owner, port *p) {
  sea *s;
  ship *h;
  port *q = p;
  char *t;
  if (sea_open(&s, &h))
    free(s);
  if (ship_get_new(&h))
    free(h);
  ship_new(owner, &h);
  if (port_copy(&q, p))
    free(q);
  if (text_new(&t))
    free(t);
}
