// RUN: %verify %s
// expected-no-diagnostics
//
// A function that was found in a library keeps it loaded.
#include <dlfcn.h>
#include <stdlib.h>

/* A plugin stays loaded for good: its function is kept, so the library must
   not be closed; the handle itself is of no further use. */
typedef void (*entry)(void);
entry plugin;
int load(const char *name) {
  void *lib = dlopen(name, RTLD_NOW);
  if (!lib)
    return -1;
  plugin = (entry)dlsym(lib, "entry");
  if (!plugin)
    abort();
  return 0;
}
