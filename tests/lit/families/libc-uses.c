// RUN: %verify %s
//
// Functions that only look at what they are given must not make custody give
// up on it: in each pair the value is lost, or not, after many such calls.
#define _GNU_SOURCE
#include <ctype.h>
#include <err.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <iconv.h>
#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <regex.h>
#include <search.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <syslog.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>
#include <wchar.h>

static int order(const void *a, const void *b) {
  return strcmp(a, b);
}

static void text(char *p, const char *s) {
  memset(p, 0, 32);
  snprintf(p, 32, "%s", s);
  printf("%zu %s", strlen(p), p);
  if (strcmp(p, s) == 0 || strncasecmp(p, s, 2) == 0 || strstr(p, s))
    puts(p);
  qsort(p, 32, 1, order);
  syslog(LOG_INFO, "%s", p);
  warnx("%s", p);
  setenv("X", p, 1);
  char *end;
  printf("%ld %f", strtol(p, &end, 10), strtod(p, NULL));
  if (fnmatch("*", p, 0) == 0)
    perror(p);
  struct stat st;
  if (stat(p, &st) == 0 || access(p, R_OK) == 0 || unlink(p) == 0)
    mkdir(p, 0700);
  struct tm tm;
  strptime(p, "%Y", &tm);
  strftime(p, 32, "%Y", &tm);
}

void textLost(const char *s) {
  char *p = malloc(32);
  if (!p)
    return;
  text(p, s);
} // expected-warning {{memory from 'malloc' is lost}}
void textKept(const char *s) {
  char *p = malloc(32);
  if (!p)
    return;
  text(p, s);
  free(p);
}

static void descriptor(int fd, char *p) {
  struct stat st;
  struct iovec v = {p, 32};
  struct termios t;
  if (read(fd, p, 32) < 0 || write(fd, p, 32) < 0 || lseek(fd, 0, SEEK_SET) < 0)
    return;
  if (fstat(fd, &st) == 0 && isatty(fd) && tcgetattr(fd, &t) == 0)
    tcsetattr(fd, TCSANOW, &t);
  fcntl(fd, F_SETFD, FD_CLOEXEC);
  if (writev(fd, &v, 1) < 0 || fsync(fd) < 0 || ftruncate(fd, 0) < 0)
    return;
  if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, p, 4) < 0 || listen(fd, 5) < 0)
    return;
  if (send(fd, p, 32, 0) < 0 || recv(fd, p, 32, 0) < 0)
    return;
  shutdown(fd, SHUT_RDWR);
  dup2(fd, 1);
}

void descriptorLost(char *p) {
  int fd = open("x", O_RDWR);
  if (fd < 0)
    return;
  descriptor(fd, p);
} // expected-warning {{a file descriptor from 'open' is lost}}
void descriptorKept(char *p) {
  int fd = open("x", O_RDWR);
  if (fd < 0)
    return;
  descriptor(fd, p);
  close(fd);
}

// These keep what they are given.
void environment(void) {
  char *p = strdup("X=1");
  if (p)
    putenv(p);
}
static pthread_key_t key;
void threadLocal(void) {
  pthread_setspecific(key, malloc(8));
}
void tree(void **root) {
  tsearch(strdup("x"), root, order);
}
void logName(const char *name) {
  openlog(strdup(name), 0, LOG_USER);
}
