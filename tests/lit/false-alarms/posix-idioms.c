// RUN: %verify %s
// expected-no-diagnostics
//
// What ordinary POSIX programs do all day.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

// The child gets one end, the parent keeps the other.
int spawn(char **argv, pid_t *pid) {
  int ends[2];
  if (pipe(ends) < 0)
    return -1;
  *pid = fork();
  if (*pid < 0) {
    close(ends[0]);
    close(ends[1]);
    return -1;
  }
  if (*pid == 0) {
    close(ends[0]);
    if (ends[1] != STDOUT_FILENO) {
      dup2(ends[1], STDOUT_FILENO);
      close(ends[1]);
    }
    execvp(argv[0], argv);
    _exit(127);
  }
  close(ends[1]);
  return ends[0];
}

// Standard descriptors opened to fill the gaps.
void daemonize(void) {
  int fd = open("/dev/null", O_RDWR);
  if (fd < 0)
    exit(1);
  dup2(fd, 0);
  dup2(fd, 1);
  dup2(fd, 2);
  if (fd > 2)
    close(fd);
}

// "-" is standard input, which nobody closes.
int countLines(const char *path) {
  FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
  if (!f)
    return -1;
  int c, n = 0;
  while ((c = getc(f)) != EOF)
    n += c == '\n';
  if (f != stdin)
    fclose(f);
  return n;
}

char *format(const char *how, ...) {
  va_list args;
  char *text;
  va_start(args, how);
  int n = vasprintf(&text, how, args);
  va_end(args);
  return n < 0 ? NULL : text;
}

char *readAll(const char *path, size_t *size) {
  struct stat st;
  char *data = NULL;
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return NULL;
  if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode))
    goto done;
  data = malloc(st.st_size + 1);
  if (!data)
    goto done;
  ssize_t got = read(fd, data, st.st_size);
  if (got < 0) {
    free(data);
    data = NULL;
    goto done;
  }
  data[got] = 0;
  *size = got;
done:
  close(fd);
  return data;
}

struct options {
  char *output;
  char **inputs;
  int count;
};
void parse(struct options *o, int argc, char **argv) {
  int c;
  while ((c = getopt(argc, argv, "o:")) != -1)
    if (c == 'o') {
      free(o->output);
      o->output = strdup(optarg);
    }
  o->count = argc - optind;
  o->inputs = calloc(o->count + 1, sizeof(*o->inputs));
  for (int i = 0; i < o->count && o->inputs; ++i)
    o->inputs[i] = strdup(argv[optind + i]);
}
void dispose(struct options *o) {
  free(o->output);
  if (o->inputs)
    for (int i = 0; i < o->count; ++i)
      free(o->inputs[i]);
  free(o->inputs);
}

// An error number is kept over the release.
int openAndLock(const char *path) {
  int fd = open(path, O_RDWR);
  if (fd < 0)
    return -errno;
  if (fcntl(fd, F_SETFD, FD_CLOEXEC) < 0) {
    int error = errno;
    close(fd);
    return -error;
  }
  return fd;
}

// Clients in a table.
struct server {
  struct pollfd clients[16];
  int used;
};
void acceptOne(struct server *s, int listener) {
  int fd = accept(listener, NULL, NULL);
  if (fd < 0)
    return;
  if (s->used == 16) {
    close(fd);
    return;
  }
  s->clients[s->used].fd = fd;
  s->clients[s->used].events = POLLIN;
  s->used++;
}

char *joined(const char *const *parts) {
  char *all = NULL;
  size_t size = 0;
  FILE *f = open_memstream(&all, &size);
  if (!f)
    return NULL;
  for (; *parts; ++parts)
    fputs(*parts, f);
  if (fclose(f) != 0) {
    free(all);
    return NULL;
  }
  return all;
}

// Words of a copied line, kept in a vector that the caller frees.
char **split(const char *line) {
  char *copy = strdup(line), *save = NULL;
  char **words = NULL;
  size_t n = 0;
  if (!copy)
    return NULL;
  for (char *w = strtok_r(copy, " ", &save); w;
       w = strtok_r(NULL, " ", &save)) {
    char **bigger = realloc(words, (n + 2) * sizeof(*words));
    if (!bigger)
      break;
    words = bigger;
    words[n++] = strdup(w);
    words[n] = NULL;
  }
  free(copy);
  return words;
}

static FILE *logStream;
void openLog(const char *path) {
  if (logStream && logStream != stderr)
    fclose(logStream);
  logStream = path ? fopen(path, "a") : stderr;
  if (!logStream)
    logStream = stderr;
}

// Static results that are replaced at each call.
const char *pathOf(const char *name) {
  static char *last;
  free(last);
  if (asprintf(&last, "/etc/%s", name) < 0)
    last = NULL;
  return last;
}
