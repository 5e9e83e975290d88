// RUN: %verify %s
// expected-no-diagnostics
//
// The same inside a structure of the system.
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <time.h>

struct node { int x; };
void add(int ep, int fd) {
  struct node *n = malloc(sizeof *n);
  if (!n) return;
  n->x = fd;
  struct epoll_event ev = {0};
  ev.events = EPOLLIN;
  ev.data.ptr = n;
  epoll_ctl(ep, EPOLL_CTL_ADD, fd, &ev);
}
void add2(int ep, int fd) {
  struct node *n = malloc(sizeof *n);
  if (!n) return;
  n->x = fd;
  struct epoll_event ev = {.events = EPOLLIN, .data.ptr = n};
  if (epoll_ctl(ep, EPOLL_CTL_ADD, fd, &ev) < 0)
    free(n);
}
void add3(int ep, int fd) {
  struct epoll_event ev;
  ev.events = EPOLLIN;
  ev.data.ptr = malloc(4);
  epoll_ctl(ep, EPOLL_CTL_ADD, fd, &ev);
}
