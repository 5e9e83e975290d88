// RUN: %verify -DCL_TARGET_OPENCL_VERSION=300 %s
// REQUIRES: opencl
#include <CL/cl.h>

int made(cl_context c, cl_device_id d) {
  cl_int err;
  cl_command_queue q = clCreateCommandQueueWithProperties(c, d, 0, &err);
  if (!q)
    return -1;
  cl_mem m = clCreateBuffer(c, CL_MEM_READ_WRITE, 8, 0, &err);
  if (!m)
    return -1; // expected-warning {{a command queue from 'clCreateCommandQueueWithProperties' is lost without being released; release it with 'clReleaseCommandQueue' [custody.ffi-03]}}
  clReleaseMemObject(m);
  clReleaseCommandQueue(q);
  return 0;
}
int madeGood(cl_context c, cl_device_id d) {
  cl_int err;
  cl_command_queue q = clCreateCommandQueueWithProperties(c, d, 0, &err);
  if (!q)
    return -1;
  cl_mem m = clCreateBuffer(c, CL_MEM_READ_WRITE, 8, 0, &err);
  if (m)
    clReleaseMemObject(m);
  clReleaseCommandQueue(q);
  return 0;
}
void kinds(cl_program p) {
  cl_kernel k = clCreateKernel(p, "x", 0);
  clReleaseMemObject((cl_mem)k); // expected-warning {{'clReleaseMemObject' releases a kernel from 'clCreateKernel'; release it with 'clReleaseKernel' [custody.mem-03]}}
}
void events(cl_command_queue q, cl_mem m, void *to) {
  cl_event e;
  if (clEnqueueReadBuffer(q, m, CL_FALSE, 0, 8, to, 0, 0, &e))
    return;
  clWaitForEvents(1, &e);
  clReleaseEvent(e);
}
