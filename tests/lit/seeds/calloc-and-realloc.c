// RUN: %verify %s
//
// Growing an array: with a temporary, and without.
#include <stdio.h>
#include <stdlib.h>

int withATemporary(void) {
  int *arr = calloc(5, sizeof(int));
  if (arr == NULL) {
    perror("calloc");
    return 1;
  }
  for (int i = 0; i < 5; i++)
    arr[i] = (i + 1) * 10;
  int *tmp = realloc(arr, 10 * sizeof(int));
  if (tmp == NULL) {
    perror("realloc");
    free(arr);
    return 1;
  }
  arr = tmp;
  for (int i = 5; i < 10; i++)
    arr[i] = (i + 1) * 10;
  for (int i = 0; i < 10; i++)
    printf("arr[%d] = %d\n", i, arr[i]);
  free(arr);
  return 0;
}

int withoutATemporary(void) {
  int *arr = calloc(5, sizeof(int));
  if (arr == NULL)
    return 1;
  arr = realloc(arr, 10 * sizeof(int)); // expected-warning-re {{'realloc' overwrites the only pointer to memory that it may fail to resize; {{.*}} [custody.own-06]}}
  if (arr == NULL)
    return 1;
  free(arr);
  return 0;
}

int failureForgotten(void) {
  int *arr = calloc(5, sizeof(int));
  if (arr == NULL)
    return 1;
  int *tmp = realloc(arr, 10 * sizeof(int));
  if (tmp == NULL)
    return 1; // expected-warning {{memory from 'calloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
  free(tmp);
  return 0;
}
