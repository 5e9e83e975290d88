// RUN: %verify %s
//
// `free` is the C library's in any namespace that C linkage puts it in;
// `mine::free` and `Pool::free` are not.
#include <cstdlib>
#include <iostream>
#include <string>

namespace mine {
void free(void *P);
} // namespace mine
struct Pool {
  void free(void *P);
  static void close(int Door);
};
struct Door {};
int open(Door &D, int How);

void notTheLibrary(Pool &A, Door &D, void *P) {
  mine::free(P);
  mine::free(P);
  A.free(P);
  A.free(P);
  Pool::close(1);
  Pool::close(1);
  open(D, 0);
  std::string Line;
  std::getline(std::cin, Line, ',');
}

namespace shim {
extern "C" void free(void *);
}
void theLibrary() {
  void *P = std::malloc(1);
  shim::free(P);
  std::free(P); // expected-warning {{that 'free' has already released}}
}
