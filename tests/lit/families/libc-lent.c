// RUN: %verify %s
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <dlfcn.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <netdb.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

void home(void) {
  char *path = secure_getenv("HOME");
  free(path); // expected-warning {{'free' releases a string that 'secure_getenv' only lends; copy it to have your own [custody.mem-02]}}
}
void homeGood(void) {
  char *path = secure_getenv("HOME");
  char *own = path ? strdup(path) : NULL;
  free(own);
}

void message(int error) {
  char *text = strerror(error);
  text[0] = 'E'; // expected-warning {{this writes to a string that 'strerror' only lends; copy it first [custody.mem-02]}}
}
void symbols(void *library) {
  if (!dlsym(library, "f"))
    free(dlerror()); // expected-warning {{'free' releases a string that 'dlerror' only lends}}
}
void translated(void) {
  free(gettext("yes")); // expected-warning {{'free' releases a string that 'gettext' only lends}}
}
void item(void) {
  free(nl_langinfo(CODESET)); // expected-warning {{'free' releases a string that 'nl_langinfo' only lends}}
}
void table(void) {
  free(localeconv()); // expected-warning {{'free' releases a record that 'localeconv' only lends}}
}

// What is used again by the next call may be changed, but not released.
void date(time_t now) {
  struct tm *t = gmtime(&now);
  if (!t)
    return;
  t->tm_mday = 1;
  char *text = asctime(t);
  if (text)
    text[strlen(text) - 1] = '\0';
  free(text); // expected-warning {{'free' releases a string that 'asctime' only lends}}
}
void user(uid_t id) {
  struct passwd *p = getpwuid(id);
  if (!p)
    return;
  puts(p->pw_name);
  free(p); // expected-warning {{'free' releases a record that 'getpwuid' only lends}}
}
void host(const char *name) {
  struct hostent *h = gethostbyname(name);
  if (h)
    puts(inet_ntoa(*(struct in_addr *)h->h_addr_list[0]));
  free(h); // expected-warning {{'free' releases a record that 'gethostbyname' only lends}}
}
void directory(void) {
  DIR *d = opendir(".");
  if (!d)
    return;
  struct dirent *e = readdir(d);
  if (e)
    puts(e->d_name);
  free(e); // expected-warning {{'free' releases a directory entry that 'readdir' only lends}}
  closedir(d);
}
