// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// The foreign side releases it, and Drop does, too.
use std::os::raw::{c_char, c_int};

#[repr(C)]
pub struct FILE {
    _private: [u8; 0],
}
extern "C" {
    fn dup(fd: c_int) -> c_int;
    fn close(fd: c_int) -> c_int;
    fn fdopen(fd: c_int, mode: *const c_char) -> *mut FILE;
    fn fgetc(f: *mut FILE) -> c_int;
    fn fclose(f: *mut FILE) -> c_int;
}

pub struct Fd(c_int);
impl Drop for Fd {
    fn drop(&mut self) {
        if self.0 >= 0 {
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'close' releases a file descriptor {{.*}}[custody.ffi-07]
            unsafe { close(self.0) };
        }
    }
}
pub fn first_byte(other: c_int) -> c_int {
    let fd = Fd(unsafe { dup(other) });
    if fd.0 < 0 {
        return -1;
    }
    let stream = unsafe { fdopen(fd.0, b"r\0".as_ptr().cast()) };
    if stream.is_null() {
        return -1;
    }
    let first = unsafe { fgetc(stream) };
    unsafe { fclose(stream) };
    first
}

pub struct GoodFd(c_int);
impl GoodFd {
    fn into_raw(self) -> c_int {
        let fd = self.0;
        std::mem::forget(self);
        fd
    }
}
impl Drop for GoodFd {
    fn drop(&mut self) {
        unsafe { close(self.0) };
    }
}
pub fn first_byte_well(other: c_int) -> c_int {
    let raw = unsafe { dup(other) };
    if raw < 0 {
        return -1;
    }
    let fd = GoodFd(raw);
    let raw = fd.into_raw();
    let stream = unsafe { fdopen(raw, b"r\0".as_ptr().cast()) };
    if stream.is_null() {
        unsafe { close(raw) };
        return -1;
    }
    let first = unsafe { fgetc(stream) };
    unsafe { fclose(stream) };
    first
}
