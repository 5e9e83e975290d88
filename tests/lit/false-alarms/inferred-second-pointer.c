// RUN: %verify %s
// expected-no-diagnostics
//
// A constructor stores the result in a second place.


/* The result is also stored through the out-parameter; so says the releaser,
   which takes the address of the pointer. */
typedef struct help help;
help *help_init(help **out, const char *file);
void help_free(help **);
struct { help *help; } global;
int f(void) {
  if (help_init(&global.help, "help.txt") == 0)
    return -1;
  return 0;
}
