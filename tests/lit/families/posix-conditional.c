// RUN: %verify %s
//
// Results and releases that depend on an argument or on the outcome.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pwd.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void newDirectoryName(void) {
  char *d = getcwd(NULL, 0);
  if (d)
    puts(d); // expected-warning@+1 {{memory from 'getcwd' is lost without being released; release it with 'free' [custody.ffi-03]}}
}

void ownBuffer(void) {
  char b[100];
  char *d = getcwd(b, sizeof b);
  if (d)
    puts(d);
}

void resolvedIntoNewMemory(const char *p) {
  char *d = realpath(p, NULL);
  free(d);
  free(d); // expected-warning {{'free' releases memory from 'realpath' that 'free' has already released; release it once [custody.own-01]}}
}

int lostAfterMatching(const char *pattern, const char *s) {
  regex_t re;
  if (regcomp(&re, pattern, 0))
    return -1;
  if (regexec(&re, s, 0, NULL, 0))
    return 0; // expected-warning {{a compiled expression from 'regcomp' is lost without being released; release it with 'regfree' [custody.ffi-03]}}
  regfree(&re);
  return 1;
}

void expressionTwice(const char *pattern) {
  regex_t re;
  if (regcomp(&re, pattern, 0))
    return;
  regfree(&re);
  regfree(&re); // expected-warning {{'regfree' releases a compiled expression from 'regcomp' that 'regfree' has already released; release it once [custody.own-01]}}
}

void lentInside(void) {
  struct passwd *p = getpwuid(getuid());
  if (p)
    free(p->pw_dir); // expected-warning {{'free' releases a record that 'getpwuid' only lends; copy it to have your own [custody.mem-02]}}
}

void libraryWithoutTheFunction(void) {
  void *lib = dlopen("x.so", RTLD_NOW);
  if (!lib)
    return;
  void *f = dlsym(lib, "f");
  if (!f)
    return; // expected-warning {{a library handle from 'dlopen' is lost without being released; release it with 'dlclose' [custody.ffi-03]}}
  ((void (*)(void))f)();
  dlclose(lib);
}

int retriedAfterASignal(int fd) {
  int rc;
  do
    rc = close(fd);
  while (rc == -1 && errno == EINTR);
  return rc;
}
