// RUN: %verify %s
//
// The declarations of CUDA's headers, as far as they matter here.
typedef int cudaError_t;
typedef unsigned long size_t;
typedef struct CUstream_st *cudaStream_t;
typedef unsigned long long CUdeviceptr;
cudaError_t cudaMalloc(void **, size_t);
cudaError_t cudaFree(void *);
cudaError_t cudaMallocHost(void **, size_t);
cudaError_t cudaFreeHost(void *);
cudaError_t cudaMemcpy(void *, const void *, size_t, int);
cudaError_t cudaStreamCreate(cudaStream_t *);
cudaError_t cudaStreamSynchronize(cudaStream_t);
cudaError_t cudaStreamDestroy(cudaStream_t);
int cuMemAlloc_v2(CUdeviceptr *, size_t);
int cuMemFree_v2(CUdeviceptr);
int cuMemcpyHtoD_v2(CUdeviceptr, const void *, size_t);
void free(void *);

int copied(const float *from) {
  float *d;
  if (cudaMalloc((void **)&d, 16) != 0)
    return -1;
  if (cudaMemcpy(d, from, 16, 1) != 0)
    return -1; // expected-warning {{device memory from 'cudaMalloc' is lost without being released; release it with 'cudaFree' [custody.ffi-03]}}
  cudaFree(d);
  return 0;
}
int copiedGood(const float *from) {
  float *d;
  if (cudaMalloc((void **)&d, 16) != 0)
    return -1;
  int rc = cudaMemcpy(d, from, 16, 1);
  cudaFree(d);
  return rc;
}
void wrong(void) {
  float *d;
  if (cudaMalloc((void **)&d, 16) == 0)
    free(d); // expected-warning {{'free' releases device memory from 'cudaMalloc'; release it with 'cudaFree' [custody.mem-03]}}
}
void pinned(void) {
  float *h;
  if (cudaMallocHost((void **)&h, 16) == 0)
    cudaFree(h); // expected-warning {{'cudaFree' releases pinned memory from 'cudaMallocHost'; release it with 'cudaFreeHost' [custody.mem-03]}}
}
void streamed(void) {
  cudaStream_t s;
  if (cudaStreamCreate(&s))
    return;
  cudaStreamDestroy(s);
  cudaStreamSynchronize(s); // expected-warning {{a stream from 'cudaStreamCreate' is used after 'cudaStreamDestroy' released it; use it before, or not at all [custody.own-02]}}
}
int driver(const void *from) {
  CUdeviceptr d;
  if (cuMemAlloc_v2(&d, 16))
    return -1;
  if (cuMemcpyHtoD_v2(d, from, 16))
    return -1; // expected-warning {{device memory from 'cuMemAlloc_v2' is lost without being released; release it with 'cuMemFree_v2' [custody.ffi-03]}}
  cuMemFree_v2(d);
  return 0;
}
