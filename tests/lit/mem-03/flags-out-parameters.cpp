// RUN: %verify -std=c++17 %s
//
// What is written through an out-parameter has a family, too.
#include <cstdio>
#include <cstdlib>
#include <memory>

void deleteOfAsprintf(int N) {
  char *Text;
  if (asprintf(&Text, "%d", N) < 0)
    return;
  delete[] Text; // expected-warning-re {{'delete[]' releases {{.*}} from 'asprintf'; release it with 'free' [custody.mem-03]}}
}
void deleteOfMemalign() {
  void *P;
  if (posix_memalign(&P, 64, 64) != 0)
    return;
  ::operator delete(P); // expected-warning {{releases memory from 'posix_memalign'; release it with 'free' [custody.mem-03]}}
}
void ownerOfGetline() {
  char *Line = nullptr;
  size_t Size = 0;
  if (getline(&Line, &Size, stdin) < 0) {
    free(Line);
    return;
  }
  std::unique_ptr<char[]> P(Line); // expected-warning-re {{adopts {{.*}} from 'getline' but releases it with 'delete[]'}}
}
void ownerOfGetlineGood() {
  char *Line = nullptr;
  size_t Size = 0;
  if (getline(&Line, &Size, stdin) < 0) {
    free(Line);
    return;
  }
  std::unique_ptr<char, decltype(&free)> P(Line, &free);
}
