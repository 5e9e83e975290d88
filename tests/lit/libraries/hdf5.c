// RUN: %verify -I/usr/include/hdf5/serial %s
// REQUIRES: hdf5
#include <hdf5.h>

int first(const char *path) {
  hid_t file = H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
  if (file < 0)
    return -1;
  hid_t set = H5Dopen2(file, "x", H5P_DEFAULT);
  if (set < 0)
    return -1; // expected-warning {{a file from 'H5Fopen' is lost without being released; release it with 'H5Fclose' [custody.ffi-03]}}
  H5Dclose(set);
  H5Fclose(file);
  return 0;
}
int firstGood(const char *path) {
  hid_t file = H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
  if (file < 0)
    return -1;
  hid_t set = H5Dopen2(file, "x", H5P_DEFAULT);
  if (set >= 0)
    H5Dclose(set);
  H5Fclose(file);
  return set < 0 ? -1 : 0;
}
void kinds(hid_t set) {
  hid_t space = H5Dget_space(set);
  H5Tclose(space); // expected-warning {{'H5Tclose' releases a dataspace from 'H5Dget_space'; release it with 'H5Sclose' [custody.mem-03]}}
}
void closed(hid_t set, double *to) {
  hid_t space = H5Dget_space(set);
  H5Sclose(space);
  H5Sget_simple_extent_npoints(space); // expected-warning {{a dataspace from 'H5Dget_space' is used after 'H5Sclose' released it; use it before, or not at all [custody.own-02]}}
}
void predefined(hid_t set, double *to) {
  H5Dread(set, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, to);
}
