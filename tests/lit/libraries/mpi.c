// RUN: %verify -I/usr/lib/x86_64-linux-gnu/openmpi/include %s
// REQUIRES: mpi
#include <mpi.h>
#include <stdlib.h>

int types(void) {
  MPI_Datatype t;
  if (MPI_Type_contiguous(3, MPI_INT, &t) != MPI_SUCCESS)
    return -1;
  if (MPI_Type_commit(&t) != MPI_SUCCESS)
    return -1;
  MPI_Type_free(&t);
  return 0;
}
void groups(MPI_Comm comm) {
  MPI_Group g;
  int size;
  if (MPI_Comm_group(comm, &g) != MPI_SUCCESS)
    return;
  MPI_Group_size(g, &size);
} // expected-warning {{a group from 'MPI_Comm_group' is lost without being released; release it with 'MPI_Group_free' [custody.ffi-03]}}
void groupsGood(MPI_Comm comm) {
  MPI_Group g;
  int size;
  if (MPI_Comm_group(comm, &g) != MPI_SUCCESS)
    return;
  MPI_Group_size(g, &size);
  MPI_Group_free(&g);
}
void memory(void) {
  void *p;
  if (MPI_Alloc_mem(8, MPI_INFO_NULL, &p) != MPI_SUCCESS)
    return;
  free(p); // expected-warning {{'free' releases memory from 'MPI_Alloc_mem'; release it with 'MPI_Free_mem' [custody.mem-03]}}
}
void requests(int *to, MPI_Comm comm) {
  MPI_Request r[2];
  MPI_Irecv(to, 1, MPI_INT, 0, 0, comm, &r[0]);
  MPI_Isend(to, 1, MPI_INT, 0, 0, comm, &r[1]);
  MPI_Waitall(2, r, MPI_STATUSES_IGNORE);
}
void request(int *to, MPI_Comm comm) {
  MPI_Request r;
  MPI_Irecv(to, 1, MPI_INT, 0, 0, comm, &r);
  MPI_Wait(&r, MPI_STATUS_IGNORE);
}
