// RUN: %verify %s
// expected-no-diagnostics
//
// Nothing is lost where nothing was acquired: each function has its own way
// of saying that it failed.
#include <dirent.h>
#include <fcntl.h>
#include <netdb.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

int stream(const char *path) {
  FILE *f = fopen(path, "r");
  if (f == NULL)
    return -1;
  return fclose(f);
}
int streamInTheCondition(const char *path) {
  FILE *f;
  if ((f = fopen(path, "r")) == NULL)
    return -1;
  fclose(f);
  return 0;
}
int descriptorBelowZero(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return -1;
  return close(fd);
}
int descriptorMinusOne(const char *path) {
  int fd;
  if ((fd = open(path, O_RDONLY)) == -1)
    return -1;
  return close(fd);
}
int descriptorAtLeastZero(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd >= 0)
    close(fd);
  return 0;
}
int descriptorNotMinusOne(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd != -1) {
    close(fd);
    return 0;
  }
  return 1;
}
int mapping(size_t n) {
  void *p = mmap(NULL, n, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED)
    return -1;
  return munmap(p, n);
}
int semaphore(const char *name) {
  sem_t *s = sem_open(name, 0);
  if (s == SEM_FAILED)
    return -1;
  return sem_close(s);
}
int addresses(const char *host) {
  struct addrinfo *list;
  int error = getaddrinfo(host, NULL, NULL, &list);
  if (error)
    return error;
  freeaddrinfo(list);
  return 0;
}
int ends(void) {
  int fd[2];
  if (pipe(fd) == -1)
    return -1;
  close(fd[0]);
  close(fd[1]);
  return 0;
}
int pairOfSockets(void) {
  int fd[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, fd))
    return -1;
  close(fd[0]);
  close(fd[1]);
  return 0;
}
int inverted(size_t n) {
  char *p = malloc(n);
  if (p) {
    p[0] = 0;
    free(p);
  }
  return 0;
}
void twoAtOnce(size_t n) {
  char *a = malloc(n), *b = malloc(n);
  if (!a || !b) {
    free(a);
    free(b);
    return;
  }
  free(a);
  free(b);
}
