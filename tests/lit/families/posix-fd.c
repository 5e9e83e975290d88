// RUN: %verify %s
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <mqueue.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

int serve(const struct sockaddr *address, socklen_t length) {
  int s = socket(AF_INET, SOCK_STREAM, 0);
  if (s < 0)
    return -1;
  if (bind(s, address, length) < 0 || listen(s, 5) < 0)
    return -1; // expected-warning {{a file descriptor from 'socket' is lost without being released; release it with 'close' [custody.ffi-03]}}
  return s;
}
int serveGood(const struct sockaddr *address, socklen_t length) {
  int s = socket(AF_INET, SOCK_STREAM, 0);
  if (s < 0)
    return -1;
  if (bind(s, address, length) < 0 || listen(s, 5) < 0) {
    close(s);
    return -1;
  }
  return s;
}

void answer(int s) {
  int client = accept4(s, NULL, NULL, SOCK_CLOEXEC);
  if (client == -1)
    return;
  close(client);
  if (write(client, "x", 1) < 0) // expected-warning {{a file descriptor from 'accept4' is used after 'close' released it}}
    return;
}

void pair(void) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    return;
  close(ends[0]); // expected-warning {{a file descriptor from 'pipe2' is lost}}
}
void pairGood(void) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    return;
  close(ends[0]);
  close(ends[1]);
}

void sockets(void) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
    return;
  close(ends[0]);
  close(ends[0]); // expected-warning {{'close' releases a file descriptor from 'socketpair' that 'close' has already released}}
  close(ends[1]);
}

void copies(int fd) {
  int copy = dup(fd);
  if (copy < 0)
    return;
  dup2(copy, STDOUT_FILENO);
} // expected-warning {{a file descriptor from 'dup' is lost}}
void copiesGood(int fd) {
  int copy = dup(fd);
  if (copy < 0)
    return;
  dup2(copy, STDOUT_FILENO);
  close(copy);
}

void temporary(void) {
  char name[] = "/tmp/XXXXXX";
  int fd = mkstemp(name);
  if (fd < 0)
    return;
  unlink(name); // expected-warning {{a file descriptor from 'mkstemp' is lost}}
}

void events(void) {
  int e = eventfd(0, 0), t = timerfd_create(CLOCK_MONOTONIC, 0);
  if (e >= 0)
    close(e);
  if (t >= 0)
    free((void *)(long)close(t));
  int i = inotify_init1(0);
  if (i < 0)
    return;
  inotify_add_watch(i, ".", IN_CREATE);
} // expected-warning {{a file descriptor from 'inotify_init1' is lost}}

// What epoll watches comes back with the events.
void watch(int poller, const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0)
    return;
  struct epoll_event event = {.events = EPOLLIN, .data = {.fd = fd}};
  epoll_ctl(poller, EPOLL_CTL_ADD, fd, &event);
}

void terminal(void) {
  int controller, user;
  if (openpty(&controller, &user, NULL, NULL, NULL) != 0)
    return;
  close(user); // expected-warning {{a file descriptor from 'openpty' is lost}}
}

void shared(void) {
  int fd = shm_open("/x", O_RDWR, 0600);
  if (fd < 0)
    return;
  FILE *f = fdopen(fd, "r");
  if (!f)
    close(fd);
  else
    fclose(f);
}

void directories(const char *path) {
  DIR *d = opendir(path);
  if (!d)
    return;
  int inside = openat(dirfd(d), "x", O_RDONLY);
  if (inside >= 0)
    close(inside);
  close(dirfd(d)); // expected-warning {{'close' releases a file descriptor that 'dirfd' only lends}}
  closedir(d);
}
void directoryOver(const char *path) {
  int fd = open(path, O_DIRECTORY);
  if (fd < 0)
    return;
  DIR *d = fdopendir(fd);
  if (!d) {
    close(fd);
    return;
  }
  closedir(d);
  closedir(d); // expected-warning {{'closedir' releases a directory stream from 'fdopendir' that 'closedir' has already released}}
}

void queue(void) {
  mqd_t q = mq_open("/q", O_RDONLY);
  if (q == (mqd_t)-1)
    return;
  close(q); // expected-warning {{'close' releases a message queue from 'mq_open'; release it with 'mq_close' [custody.mem-03]}}
}
