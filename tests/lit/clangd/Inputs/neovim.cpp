#include <cstdlib>
#include <cstring>

int length(const char *text) {
  char *copy = strdup(text);
  if (!copy)
    return -1;
  delete copy;
  return static_cast<int>(strlen(text));
}
