#include <cstdlib>
#include <string>

void twice(int *numbers) {
  free(numbers);
  free(numbers);
}
