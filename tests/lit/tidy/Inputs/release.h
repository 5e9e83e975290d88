#include <stdlib.h>
static inline void release(int *p) { free(p); }
