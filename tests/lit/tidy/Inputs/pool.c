#include <stdlib.h>
void *pool_take(void);
void pool_give(void *block);

void f(void) {
  void *block = pool_take();
  free(block);
}
