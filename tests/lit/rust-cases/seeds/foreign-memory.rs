// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// "Do Not Let String/Vec Auto-Drop Other Process's Memory", with callers that
// say where the pointers come from.
use std::os::raw::{c_char, c_int, c_void};

#[repr(C)]
pub struct Data {
    pub bytes: [u8; 64],
}

extern "C" {
    fn c_get_string() -> *mut c_char;
    fn c_free_string(s: *mut c_char);
    fn malloc(size: usize) -> *mut c_void;
    fn mmap(at: *mut c_void, len: usize, prot: c_int, flags: c_int, fd: c_int, offset: i64) -> *mut c_void;
    fn munmap(at: *mut c_void, len: usize) -> c_int;
}

fn bad_string(len: usize, cap: usize) -> String {
    unsafe {
        let ptr = c_get_string();
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.mem-03]
        String::from_raw_parts(ptr as *mut u8, len, cap)
    }
}
fn bad_vec(ptr: *mut u8, len: usize) -> Vec<u8> {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.mem-03]
    unsafe { Vec::from_raw_parts(ptr, len, len) }
}
fn bad_box(shared_ptr: *mut Data) -> Box<Data> {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.mem-03]
    unsafe { Box::from_raw(shared_ptr) }
}

pub fn string() -> String {
    bad_string(5, 6)
}
pub fn vec() -> Vec<u8> {
    let ptr = unsafe { malloc(64) };
    if ptr.is_null() {
        return Vec::new();
    }
    bad_vec(ptr.cast(), 64)
}
pub fn boxed(fd: c_int) -> Option<Box<Data>> {
    let shared = unsafe { mmap(std::ptr::null_mut(), 64, 3, 1, fd, 0) };
    if shared as isize == -1 {
        return None;
    }
    Some(bad_box(shared.cast()))
}

use std::ffi::CStr;

pub fn good_string() -> String {
    unsafe {
        let ptr = c_get_string();
        let cstr = CStr::from_ptr(ptr);
        let result = cstr.to_string_lossy().into_owned();
        c_free_string(ptr);
        result
    }
}

pub struct CString {
    ptr: *mut c_char,
}
impl CString {
    pub fn get() -> CString {
        CString { ptr: unsafe { c_get_string() } }
    }
}
impl Drop for CString {
    fn drop(&mut self) {
        unsafe { c_free_string(self.ptr) }
    }
}
pub fn first_byte() -> c_char {
    let s = CString::get();
    unsafe { *s.ptr }
}

pub fn good_slice(ptr: *const u8, len: usize) -> &'static [u8] {
    unsafe { std::slice::from_raw_parts(ptr, len) }
}

pub struct SharedBuffer {
    ptr: *mut u8,
    len: usize,
}
impl SharedBuffer {
    pub fn map(fd: c_int, len: usize) -> Option<SharedBuffer> {
        let ptr = unsafe { mmap(std::ptr::null_mut(), len, 3, 1, fd, 0) };
        if ptr as isize == -1 {
            return None;
        }
        Some(SharedBuffer { ptr: ptr.cast(), len })
    }
    pub fn as_slice(&self) -> &[u8] {
        unsafe { std::slice::from_raw_parts(self.ptr, self.len) }
    }
}
impl Drop for SharedBuffer {
    fn drop(&mut self) {
        unsafe { munmap(self.ptr.cast(), self.len) };
    }
}
pub fn checksum(fd: c_int) -> Option<u32> {
    let buffer = SharedBuffer::map(fd, 4096)?;
    Some(buffer.as_slice().iter().map(|b| u32::from(*b)).sum())
}
