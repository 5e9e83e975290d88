// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// An owner of a local variable's address that releases what the variable holds.
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <memory>
#include <unistd.h>

void lambda(const char *Path) {
  int Fd = open(Path, O_RDONLY);
  if (Fd < 0)
    return;
  auto Closer = [](int *F) { close(*F); };
  std::unique_ptr<int, decltype(Closer)> Guard(&Fd, Closer);
}
void function(const char *Path) {
  int Fd = open(Path, O_RDONLY);
  std::unique_ptr<int, std::function<void(int *)>> Guard(
      &Fd, [](int *F) { close(*F); });
}
void pointer(const char *Path) {
  int Fd = open(Path, O_RDONLY);
  std::unique_ptr<int, void (*)(int *)> Guard(&Fd, [](int *F) { close(*F); });
}
struct Closer {
  void operator()(int *F) const { close(*F); }
};
void functor(const char *Path) {
  int Fd = open(Path, O_RDONLY);
  std::unique_ptr<int, Closer> Guard(&Fd);
}
void shared(const char *Path) {
  int Fd = open(Path, O_RDONLY);
  std::shared_ptr<int> Guard(&Fd, [](int *F) { close(*F); });
}
void captured(const char *Path) {
  int Fd = open(Path, O_RDONLY);
  std::shared_ptr<void> Guard(nullptr, [&](void *) { close(Fd); });
}
void capturedLater(const char *Path) {
  int Fd = -1;
  std::shared_ptr<void> Guard(nullptr, [&Fd](void *) { close(Fd); });
  Fd = open(Path, O_RDONLY);
}
void lines() {
  char *Line = nullptr;
  std::size_t N = 0;
  std::unique_ptr<char *, void (*)(char **)> Guard(
      &Line, [](char **P) { free(*P); });
  while (getline(&Line, &N, stdin) > 0)
    puts(Line);
}
