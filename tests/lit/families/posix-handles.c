// RUN: %verify %s
//
// Handles that have a closing function of their own.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fts.h>
#include <iconv.h>
#include <ifaddrs.h>
#include <locale.h>
#include <net/if.h>
#include <netdb.h>
#include <nl_types.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int addresses(const char *host) {
  struct addrinfo hints = {.ai_family = AF_UNSPEC}, *list;
  if (getaddrinfo(host, "80", &hints, &list) != 0)
    return -1;
  return list->ai_family; // expected-warning {{an address list from 'getaddrinfo' is lost without being released; release it with 'freeaddrinfo' [custody.ffi-03]}}
}
int addressesGood(const char *host) {
  struct addrinfo hints = {.ai_family = AF_UNSPEC}, *list;
  if (getaddrinfo(host, "80", &hints, &list) != 0)
    return -1;
  int family = list->ai_family;
  freeaddrinfo(list);
  return family;
}

void interfaces(void) {
  struct ifaddrs *list;
  if (getifaddrs(&list) != 0)
    return;
  free(list); // expected-warning {{'free' releases an interface list from 'getifaddrs'; release it with 'freeifaddrs' [custody.mem-03]}}
}
void interfaceNames(void) {
  struct if_nameindex *names = if_nameindex();
  if (!names)
    return;
  puts(names[0].if_name); // expected-warning {{an interface list from 'if_nameindex' is lost}}
}

void convert(void) {
  iconv_t cd = iconv_open("UTF-8", "LATIN1");
  if (cd == (iconv_t)-1)
    return;
  iconv(cd, NULL, NULL, NULL, NULL);
} // expected-warning {{a conversion descriptor from 'iconv_open' is lost}}
void convertGood(void) {
  iconv_t cd = iconv_open("UTF-8", "LATIN1");
  if (cd == (iconv_t)-1)
    return;
  iconv(cd, NULL, NULL, NULL, NULL);
  iconv_close(cd);
}

void plugin(void) {
  void *handle = dlopen("x.so", RTLD_NOW);
  if (!handle)
    return;
  if (!dlsym(handle, "f"))
    return; // expected-warning {{a library handle from 'dlopen' is lost}}
  dlclose(handle);
}

void messages(void) {
  nl_catd c = catopen("x", 0);
  if (c == (nl_catd)-1)
    return;
  puts(catgets(c, 1, 1, "?"));
  catclose(c);
  catclose(c); // expected-warning {{'catclose' releases a message catalogue from 'catopen' that 'catclose' has already released}}
}

void named(void) {
  sem_t *s = sem_open("/s", 0);
  if (s == SEM_FAILED)
    return;
  sem_wait(s);
  sem_post(s);
} // expected-warning {{a semaphore from 'sem_open' is lost}}

void walk(char *const paths[]) {
  FTS *f = fts_open(paths, FTS_PHYSICAL, NULL);
  if (!f)
    return;
  FTSENT *e;
  while ((e = fts_read(f)))
    puts(e->fts_path);
} // expected-warning {{a file hierarchy stream from 'fts_open' is lost}}

void locales(void) {
  locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (!c)
    return;
  locale_t d = duplocale(c);
  freelocale(c);
  if (d)
    freelocale(d);
}

void processors(void) {
  cpu_set_t *set = CPU_ALLOC(64);
  if (!set)
    return;
  CPU_ZERO_S(CPU_ALLOC_SIZE(64), set);
  free(set); // expected-warning-re {{'free' releases a CPU set from {{.*}}; release it with 'CPU_FREE' [custody.mem-03]}}
}

// A thread may run on unjoined, but is joined or detached once only.
static void *run(void *argument) { return argument; }
void thread(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, run, malloc(8)) != 0)
    return;
}
void joinedTwice(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, run, NULL) != 0)
    return;
  pthread_detach(t);
  pthread_join(t, NULL); // expected-warning {{'pthread_join' releases a thread from 'pthread_create' that 'pthread_detach' has already released}}
}
