// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// A raw descriptor has no Drop; File and OwnedFd have.
use std::fs::File;
use std::os::raw::c_int;
use std::os::unix::io::{AsRawFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};

extern "C" {
    fn dup(fd: c_int) -> c_int;
    fn close(fd: c_int) -> c_int;
    fn isatty(fd: c_int) -> c_int;
}

pub fn raw(other: RawFd) -> bool {
    let fd = unsafe { dup(other) };
    if fd < 0 {
        return false;
    }
    let tty = unsafe { isatty(fd) } == 1;
    if tty {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: a file descriptor from 'dup' is lost {{.*}}'close'{{.*}}[custody.ffi-03]
        return true;
    }
    unsafe { close(fd) };
    false
}

pub fn given_up(file: File) -> bool {
    let fd = file.into_raw_fd();
    let tty = unsafe { isatty(fd) } == 1;
    if tty {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}into_raw_fd{{.*}}[custody.ffi-03]
        return true;
    }
    unsafe { close(fd) };
    false
}

pub fn owned(other: RawFd) -> bool {
    let fd = unsafe { dup(other) };
    if fd < 0 {
        return false;
    }
    let fd = unsafe { OwnedFd::from_raw_fd(fd) };
    unsafe { isatty(fd.as_raw_fd()) == 1 }
}

pub fn borrowed(file: &File) -> bool {
    unsafe { isatty(file.as_raw_fd()) == 1 }
}
