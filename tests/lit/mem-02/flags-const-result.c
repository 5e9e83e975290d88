// RUN: %verify %s
//
// A result that is const belongs to whoever returned it, whatever is cast
// away afterwards.
#include <stdlib.h>
#include <string.h>

struct engine;
const char *engine_name(const struct engine *e);

void released(const struct engine *e) {
  free((char *)engine_name(e)); // expected-warning-re {{'free' releases {{.*}} that 'engine_name' only lends; copy it to have your own [custody.mem-02]}}
}
void written(const struct engine *e) {
  char *name = (char *)engine_name(e);
  name[0] = 'x'; // expected-warning-re {{this writes to {{.*}} that 'engine_name' only lends; copy it first [custody.mem-02]}}
}
void copied(const struct engine *e) {
  const char *name = engine_name(e);
  char *mine = strdup(name);
  if (mine)
    mine[0] = 'x';
  free(mine);
}
// const in a declaration of one's own is a promise not to write, and no word
// about who owns it.
void ownConst(void) {
  const char *mine = strdup("x");
  free((void *)mine);
}
