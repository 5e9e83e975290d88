#include <stdlib.h>
#include <string.h>

struct Point {
  int x, y;
};

struct Point *origin(void) { return calloc(1, sizeof(struct Point)); }
char *title(void) { return strdup("title"); }
void forget_title(char *text) { free(text); }
