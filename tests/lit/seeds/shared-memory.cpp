// RUN: %verify -std=c++17 %s
//
// Shared memory is unmapped, never deallocated.
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <sys/mman.h>

class SharedBuffer {
public:
  SharedBuffer(unsigned char *Ptr, std::size_t Length)
      : Ptr(Ptr), Length(Length) {}
  SharedBuffer(const SharedBuffer &) = delete;
  SharedBuffer &operator=(const SharedBuffer &) = delete;
  ~SharedBuffer() { munmap(Ptr, Length); }

private:
  unsigned char *Ptr;
  std::size_t Length;
};
void unmapped() {
  void *P = mmap(nullptr, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (P == MAP_FAILED)
    return;
  SharedBuffer B(static_cast<unsigned char *>(P), 4096);
}
void deleted() {
  void *P = mmap(nullptr, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (P == MAP_FAILED)
    return;
  std::unique_ptr<unsigned char[]> B(static_cast<unsigned char *>(P)); // expected-warning {{adopts memory from 'mmap' but releases it with 'delete[]'}}
}
void freed() {
  void *P = mmap(nullptr, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (P == MAP_FAILED)
    return;
  free(P); // expected-warning {{'free' releases memory from 'mmap'; release it with 'munmap' [custody.mem-03]}}
}
