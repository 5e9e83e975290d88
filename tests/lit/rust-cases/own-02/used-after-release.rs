// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// Used after it was released, dropped or closed.
use std::alloc::{alloc, dealloc, Layout};
use std::ffi::{CStr, CString};
use std::os::raw::{c_char, c_int};

#[repr(C)]
pub struct Thing {
    _private: [u8; 0],
}
extern "C" {
    fn thing_new() -> *mut Thing;
    fn thing_free(t: *mut Thing);
    fn thing_size(t: *const Thing) -> c_int;
    fn strdup(s: *const c_char) -> *mut c_char;
    fn free(p: *mut c_char);
    fn puts(s: *const c_char) -> c_int;
    fn dup(fd: c_int) -> c_int;
    fn close(fd: c_int) -> c_int;
    fn isatty(fd: c_int) -> c_int;
}

pub fn handle() -> c_int {
    unsafe {
        let t = thing_new();
        thing_free(t);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: a 'Thing' from 'thing_new' is used after 'thing_free' released it{{.*}}[custody.own-02]
        thing_size(t)
    }
}

pub fn box_gone() -> u32 {
    let raw = Box::into_raw(Box::new(5u32));
    drop(unsafe { Box::from_raw(raw) });
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-02]
    unsafe { *raw }
}

pub fn box_at_the_end_of_a_block() -> u32 {
    let raw: *const u32;
    {
        let b = Box::new(5u32);
        raw = &*b;
    }
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-02]
    unsafe { *raw }
}

pub fn text_of_a_temporary(n: &str) -> c_int {
    let text = {
        let text = CString::new(n).unwrap();
        text.as_ptr()
    };
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-02]
    unsafe { puts(text) }
}

pub fn cstr_of_what_is_freed(s: &CStr) -> usize {
    unsafe {
        let copy = strdup(s.as_ptr());
        if copy.is_null() {
            return 0;
        }
        let text = CStr::from_ptr(copy);
        free(copy);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'strdup' is used after 'free' released it{{.*}}[custody.own-02]
        text.to_bytes().len()
    }
}

pub fn deallocated() -> u8 {
    let layout = Layout::new::<u64>();
    unsafe {
        let p = alloc(layout);
        if p.is_null() {
            return 0;
        }
        p.write(1);
        dealloc(p, layout);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-02]
        *p
    }
}

pub fn descriptor(other: c_int) -> c_int {
    unsafe {
        let fd = dup(other);
        if fd < 0 {
            return -1;
        }
        close(fd);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: a file descriptor from 'dup' is used after 'close' released it{{.*}}[custody.own-02]
        isatty(fd)
    }
}

pub fn used_before() -> c_int {
    unsafe {
        let t = thing_new();
        let size = thing_size(t);
        thing_free(t);
        size
    }
}
pub fn text_that_lives(n: &str) -> c_int {
    let text = CString::new(n).unwrap();
    let raw = text.as_ptr();
    unsafe { puts(raw) }
}
pub fn copied(s: &CStr) -> usize {
    unsafe {
        let copy = strdup(s.as_ptr());
        if copy.is_null() {
            return 0;
        }
        let len = CStr::from_ptr(copy).to_bytes().len();
        free(copy);
        len
    }
}
pub fn comparing_is_no_use() -> bool {
    let raw = Box::into_raw(Box::new(5u32));
    let before = raw;
    drop(unsafe { Box::from_raw(raw) });
    let next = Box::new(6u32);
    std::ptr::eq(before, &*next)
}
