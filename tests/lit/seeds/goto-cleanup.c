// RUN: %verify %s
//
// Labels in the reverse order of the acquisitions, as the kernel has them.
#include <stdio.h>
#include <stdlib.h>

int right(int n) {
  int ret = -1;
  int *buf1 = malloc(n * sizeof(int));
  if (buf1 == NULL)
    goto out;
  int *buf2 = malloc(n * sizeof(int));
  if (buf2 == NULL)
    goto free_buf1;
  for (int i = 0; i < n; i++) {
    buf1[i] = i;
    buf2[i] = i * 2;
  }
  printf("Processed %d elements\n", n);
  ret = 0;
  free(buf2);
free_buf1:
  free(buf1);
out:
  return ret;
}

int wrong(int n) {
  int ret = -1;
  int *buf1 = malloc(n * sizeof(int));
  if (buf1 == NULL)
    goto out;
  int *buf2 = malloc(n * sizeof(int));
  if (buf2 == NULL)
    goto out;
  ret = 0;
  free(buf2);
  free(buf1);
out:
  return ret; // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
}

int main(void) { return right(10) != 0 || wrong(10) != 0; }
