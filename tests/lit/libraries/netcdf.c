// RUN: %verify %s
// REQUIRES: netcdf
#include <netcdf.h>

int size(const char *path) {
  int nc, dim;
  size_t n;
  if (nc_open(path, NC_NOWRITE, &nc))
    return -1;
  if (nc_inq_dimid(nc, "x", &dim))
    return -1; // expected-warning {{a netCDF file from 'nc_open' is lost without being released; release it with 'nc_close' [custody.ffi-03]}}
  nc_inq_dimlen(nc, dim, &n);
  nc_close(nc);
  return n;
}
int sizeGood(const char *path) {
  int nc, dim;
  size_t n = 0;
  if (nc_open(path, NC_NOWRITE, &nc) != NC_NOERR)
    return -1;
  if (nc_inq_dimid(nc, "x", &dim) == NC_NOERR)
    nc_inq_dimlen(nc, dim, &n);
  nc_close(nc);
  return n;
}
void closed(const char *path) {
  int nc;
  if (nc_create(path, NC_CLOBBER, &nc))
    return;
  nc_close(nc);
  nc_enddef(nc); // expected-warning {{a netCDF file from 'nc_create' is used after 'nc_close' released it; use it before, or not at all [custody.own-02]}}
}
