// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// A member or a function in a namespace that is merely called like a library
// function is another function.
#include <cstdlib>
#include <string>

namespace mine {
void free(void *P);
void *malloc(std::size_t N);
int close(int Fd);
} // namespace mine
struct Heap {
  void *malloc(std::size_t N);
  void free(void *P);
};
struct File {
  bool open(const char *Name);
  void close();
};
void use(Heap &H, File &F) {
  mine::free(new int);
  void *P = mine::malloc(3);
  (void)P;
  H.free(H.malloc(2));
  char Local[3];
  H.free(Local);
  if (F.open("x"))
    F.close();
  F.close();
  mine::close(3);
  mine::close(3);
}
