// RUN: %verify %s
// expected-no-diagnostics
//
// A status or descriptor is -1 or not negative.
#include <stdlib.h>
#include <sys/socket.h>

/* socket() gives -1 or a descriptor; "< 0" and "!= -1" exclude each other. */
void put(int *);
int connect_to(void) {
  int *phb = malloc(sizeof *phb);
  if (!phb)
    return -1;
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0)
    free(phb);
  if (fd != -1)
    put(phb);
  return fd;
}

/* fork() as well. */
#include <unistd.h>
int start(int fd) {
  pid_t child = fork();
  if (child < 0)
    close(fd);
  switch (child) {
  case -1:
    return -1;
  default:
    close(fd);
    return 0;
  }
}
