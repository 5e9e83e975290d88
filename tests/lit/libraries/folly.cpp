// RUN: %verify -std=c++17 %s
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <unistd.h>
namespace folly {
int openNoInt(const char *name, int flags, mode_t mode = 0666);
int closeNoInt(int fd);
int dupNoInt(int fd);
ssize_t readNoInt(int fd, void *buf, size_t count);
ssize_t preadFull(int fd, void *buf, size_t count, off_t offset);
class File {
public:
  File() noexcept;
  explicit File(int fd, bool ownsFd = false) noexcept;
  explicit File(const char *name, int flags = O_RDONLY, mode_t mode = 0666);
  File(File &&) noexcept;
  ~File();
  int fd() const;
  int release() noexcept;
};
void *checkedMalloc(size_t size);
void *aligned_malloc(size_t size, size_t align);
void aligned_free(void *aligned_ptr);
class IOBuf {
public:
  typedef void (*FreeFunction)(void *buf, void *userData);
  static std::unique_ptr<IOBuf> takeOwnership(void *buf, std::size_t capacity, FreeFunction freeFn = nullptr,
                                              void *userData = nullptr, bool freeOnError = true);
  ~IOBuf();
};
} // namespace folly

int opened(const char *path, char *buffer) {
  int fd = folly::openNoInt(path, O_RDONLY);
  if (fd < 0)
    return -1;
  if (folly::readNoInt(fd, buffer, 4) != 4)
    return -1; // expected-warning {{a file descriptor from 'openNoInt' is lost without being released; release it with 'close' [custody.ffi-03]}}
  return folly::closeNoInt(fd);
}
int good(const char *path, char *buffer) {
  int fd = folly::openNoInt(path, O_RDONLY);
  if (fd < 0)
    return -1;
  ssize_t n = folly::preadFull(fd, buffer, 4, 8);
  folly::closeNoInt(fd);
  return n == 4;
}
void owned(const char *path) {
  folly::File f(folly::openNoInt(path, O_RDONLY), true);
  folly::File g(path);
  int fd = g.release();
  if (fd >= 0)
    close(fd);
}
void released(folly::File &f) {
  f.release();
} // expected-warning {{a file descriptor from 'folly::File::release' is lost without being released; release it with 'close' [custody.ffi-03]}}
void buffers() {
  auto kept = folly::IOBuf::takeOwnership(folly::checkedMalloc(4), 4);
  auto other = folly::IOBuf::takeOwnership(new char[4], 4, [](void *p, void *) { delete[] static_cast<char *>(p); });
}
void aligned() {
  void *p = folly::aligned_malloc(64, 64);
  delete static_cast<char *>(p); // expected-warning {{'delete' releases memory from 'aligned_malloc'; release it with 'folly::aligned_free' [custody.mem-03]}}
  folly::aligned_free(folly::aligned_malloc(64, 64));
}
