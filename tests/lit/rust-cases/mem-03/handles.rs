// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// Handles have families as memory has.
use std::fs::File;
use std::os::raw::{c_char, c_int};
use std::os::unix::io::{FromRawFd, IntoRawFd, OwnedFd, RawFd};

#[repr(C)]
pub struct FILE {
    _private: [u8; 0],
}
extern "C" {
    fn popen(command: *const c_char, mode: *const c_char) -> *mut FILE;
    fn fgetc(stream: *mut FILE) -> c_int;
    fn fclose(stream: *mut FILE) -> c_int;
    fn pclose(stream: *mut FILE) -> c_int;
    fn fopen(path: *const c_char, mode: *const c_char) -> *mut FILE;
    fn free(p: *mut FILE);
    fn dup(fd: c_int) -> c_int;
    fn close(fd: c_int) -> c_int;
}

pub fn pipe_closed_as_file(command: *const c_char) -> c_int {
    unsafe {
        let pipe = popen(command, b"r\0".as_ptr().cast());
        if pipe.is_null() {
            return -1;
        }
        let first = fgetc(pipe);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'fclose' releases {{.*}}'popen'; release it with 'pclose' [custody.mem-03]
        fclose(pipe);
        first
    }
}

pub fn stream_freed(path: *const c_char) {
    unsafe {
        let stream = fopen(path, b"r\0".as_ptr().cast());
        if stream.is_null() {
            return;
        }
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' releases {{.*}}'fopen'; release it with 'fclose' [custody.mem-03]
        free(stream);
    }
}

pub fn pipe_closed_well(command: *const c_char) -> c_int {
    unsafe {
        let pipe = popen(command, b"r\0".as_ptr().cast());
        if pipe.is_null() {
            return -1;
        }
        let first = fgetc(pipe);
        pclose(pipe);
        first
    }
}

pub fn taken_by_a_file(other: RawFd) -> Option<File> {
    let fd = unsafe { dup(other) };
    if fd < 0 {
        return None;
    }
    Some(unsafe { File::from_raw_fd(fd) })
}

pub fn owned_and_dropped(other: RawFd) {
    let fd = unsafe { dup(other) };
    if fd >= 0 {
        drop(unsafe { OwnedFd::from_raw_fd(fd) });
    }
}

pub fn given_up_and_closed(file: File) {
    let fd = file.into_raw_fd();
    unsafe { close(fd) };
}
