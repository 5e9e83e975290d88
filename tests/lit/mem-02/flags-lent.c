// RUN: %verify %s
//
// What a function lends stays with the lender.
#include <grp.h>
#include <locale.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void freeOfGetenv(void) {
  char *home = getenv("HOME");
  free(home); // expected-warning {{'free' releases a string that 'getenv' only lends; copy it to have your own [custody.mem-02]}}
}
void freeOfACopy(void) {
  char *home = getenv("HOME");
  if (!home)
    return;
  char *mine = strdup(home);
  free(mine);
}

void writeToGetenv(void) {
  char *path = getenv("PATH");
  if (path)
    path[0] = ':'; // expected-warning {{this writes to a string that 'getenv' only lends; copy it first [custody.mem-02]}}
}
void writeToACopy(void) {
  char *path = getenv("PATH");
  if (!path)
    return;
  char *mine = strdup(path);
  if (!mine)
    return;
  mine[0] = ':';
  free(mine);
}

void freeOfPasswd(const char *name) {
  struct passwd *pw = getpwnam(name);
  if (!pw)
    return;
  free(pw); // expected-warning-re {{'free' releases {{.*}} that 'getpwnam' only lends; copy it to have your own [custody.mem-02]}}
}
void readPasswd(const char *name) {
  struct passwd *pw = getpwnam(name);
  if (pw)
    puts(pw->pw_dir);
}

void freeOfStrerror(int e) {
  char *text = strerror(e);
  puts(text);
  free(text); // expected-warning {{'free' releases a string that 'strerror' only lends; copy it to have your own [custody.mem-02]}}
}
void freeOfLocaltime(time_t t) {
  free(localtime(&t)); // expected-warning-re {{'free' releases {{.*}} that 'localtime' only lends; copy it to have your own [custody.mem-02]}}
}
// The result of localtime may be changed, as mktime's users do.
time_t nextDay(time_t t) {
  struct tm *tm = localtime(&t);
  if (!tm)
    return t;
  tm->tm_mday += 1;
  return mktime(tm);
}
void freeOfSetlocale(void) {
  char *old = setlocale(LC_ALL, NULL);
  free(old); // expected-warning {{'free' releases a string that 'setlocale' only lends; copy it to have your own [custody.mem-02]}}
}
void reallocOfGetenv(void) {
  char *s = getenv("A");
  if (!s)
    return;
  char *t = realloc(s, 100); // expected-warning {{'realloc' releases a string that 'getenv' only lends; copy it to have your own [custody.mem-02]}}
  free(t);
}

// A library call that writes through the pointer writes as well.
void strtokOnGetenv(void) {
  char *path = getenv("PATH");
  if (!path)
    return;
  char *first = strtok(path, ":"); // expected-warning {{this writes to a string that 'getenv' only lends; copy it first [custody.mem-02]}}
  if (first)
    puts(first);
}
void strcatOnGetenv(void) {
  char *path = getenv("PATH");
  if (path)
    strcat(path, ":/x"); // expected-warning {{this writes to a string that 'getenv' only lends; copy it first [custody.mem-02]}}
}
