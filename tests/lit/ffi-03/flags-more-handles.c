// RUN: %verify %s
#define _GNU_SOURCE
#include <fcntl.h>
#include <iconv.h>
#include <ifaddrs.h>
#include <locale.h>
#include <mntent.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>

int conversion(void) {
  iconv_t c = iconv_open("UTF-8", "LATIN1");
  if (c == (iconv_t)-1)
    return -1;
  return 0; // expected-warning {{from 'iconv_open' is lost without being released; release it with 'iconv_close' [custody.ffi-03]}}
}
int conversionGood(void) {
  iconv_t c = iconv_open("UTF-8", "LATIN1");
  if (c == (iconv_t)-1)
    return -1;
  return iconv_close(c);
}
int mounts(void) {
  FILE *f = setmntent("/proc/mounts", "r");
  if (!f)
    return -1;
  return getmntent(f) != NULL; // expected-warning {{from 'setmntent' is lost without being released; release it with 'endmntent' [custody.ffi-03]}}
}
int mountsGood(void) {
  FILE *f = setmntent("/proc/mounts", "r");
  if (!f)
    return -1;
  while (getmntent(f))
    ;
  return endmntent(f);
}
int semaphore(void) {
  sem_t *s = sem_open("/s", 0);
  if (s == SEM_FAILED)
    return -1;
  return sem_post(s); // expected-warning {{from 'sem_open' is lost without being released; release it with 'sem_close' [custody.ffi-03]}}
}
int attached(int id) {
  char *p = shmat(id, NULL, 0);
  if (p == (void *)-1)
    return -1;
  return p[0]; // expected-warning {{from 'shmat' is lost without being released; release it with 'shmdt' [custody.ffi-03]}}
}
int attachedGood(int id) {
  char *p = shmat(id, NULL, 0);
  if (p == (void *)-1)
    return -1;
  int c = p[0];
  shmdt(p);
  return c;
}
int polled(int fd) {
  int e = epoll_create1(EPOLL_CLOEXEC);
  if (e < 0)
    return -1;
  struct epoll_event event = {EPOLLIN, {0}};
  return epoll_ctl(e, EPOLL_CTL_ADD, fd, &event); // expected-warning {{a file descriptor from 'epoll_create1' is lost without being released; release it with 'close' [custody.ffi-03]}}
}
int anonymous(void) {
  int fd = memfd_create("x", 0);
  if (fd == -1)
    return -1;
  return ftruncate(fd, 4096); // expected-warning {{a file descriptor from 'memfd_create' is lost without being released; release it with 'close' [custody.ffi-03]}}
}
void *sharedObject(size_t n) {
  int fd = shm_open("/x", O_RDWR, 0);
  if (fd < 0)
    return NULL;
  void *p = mmap(NULL, n, PROT_READ, MAP_SHARED, fd, 0);
  if (p == MAP_FAILED)
    return NULL; // expected-warning {{a file descriptor from 'shm_open' is lost without being released; release it with 'close' [custody.ffi-03]}}
  close(fd);
  return p;
}
void *sharedObjectGood(size_t n) {
  int fd = shm_open("/x", O_RDWR, 0);
  if (fd < 0)
    return NULL;
  void *p = mmap(NULL, n, PROT_READ, MAP_SHARED, fd, 0);
  close(fd);
  return p == MAP_FAILED ? NULL : p;
}
int interfaces(void) {
  struct ifaddrs *all;
  if (getifaddrs(&all) < 0)
    return -1;
  return all->ifa_flags != 0; // expected-warning {{from 'getifaddrs' is lost without being released; release it with 'freeifaddrs' [custody.ffi-03]}}
}
int counter(void) {
  int fd = eventfd(0, 0);
  if (fd < 0)
    return -1;
  return eventfd_write(fd, 1); // expected-warning {{a file descriptor from 'eventfd' is lost without being released; release it with 'close' [custody.ffi-03]}}
}
int temporary(void) {
  FILE *f = tmpfile();
  if (!f)
    return -1;
  return fputs("x", f); // expected-warning {{a stream from 'tmpfile' is lost without being released; release it with 'fclose' [custody.ffi-03]}}
}
// One of two descriptors of a struct is closed.
struct ends {
  int in, out;
};
int halfClosed(const char *a, const char *b) {
  struct ends e = {-1, -1};
  e.in = open(a, O_RDONLY);
  if (e.in < 0)
    return -1;
  e.out = open(b, O_WRONLY);
  if (e.out < 0)
    return -1; // expected-warning {{a file descriptor from 'open' is lost without being released; release it with 'close' [custody.ffi-03]}}
  close(e.in);
  close(e.out);
  return 0;
}
// freopen closes what it is given and gives a stream of its own.
int reopened(const char *a, const char *b) {
  FILE *f = fopen(a, "r");
  if (!f)
    return -1;
  f = freopen(b, "r", f);
  if (!f)
    return -1;
  return fclose(f);
}
