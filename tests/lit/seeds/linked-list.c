// RUN: %verify %s
//
// The three things that can go wrong with a list in C.
#include <stdio.h>
#include <stdlib.h>

struct node {
  int value;
  struct node *next;
};

struct node *list_push(struct node *head, int value) {
  struct node *n = malloc(sizeof(struct node));
  if (n == NULL) {
    perror("malloc");
    exit(1);
  }
  n->value = value;
  n->next = head;
  return n;
}
void list_print(const struct node *head) {
  const struct node *cur = head;
  while (cur != NULL) {
    printf("%d -> ", cur->value);
    cur = cur->next;
  }
  printf("NULL\n");
}
void list_free(struct node *head) {
  struct node *cur = head;
  while (cur != NULL) {
    struct node *next = cur->next;
    free(cur);
    cur = next;
  }
}

void right(void) {
  struct node *list = NULL;
  list = list_push(list, 10);
  list = list_push(list, 20);
  list = list_push(list, 30);
  list_print(list);
  list_free(list);
}
void forgotten(void) {
  struct node *list = list_push(NULL, 10);
  list_print(list);
} // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
int usedAfterwards(void) {
  struct node *list = list_push(NULL, 10);
  list_free(list);
  return list->value; // expected-warning-re {{memory from 'malloc' is used after 'free' released it; {{.*}} [custody.own-02]}}
}
void freedTwice(void) {
  struct node *list = list_push(NULL, 10);
  free(list);
  free(list); // expected-warning-re {{'free' has already released; {{.*}} [custody.own-01]}}
}
