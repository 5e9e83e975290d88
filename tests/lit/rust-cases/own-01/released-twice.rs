// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// Released twice, by calls alone.
use std::alloc::{alloc, dealloc, Layout};
use std::os::raw::c_int;

#[repr(C)]
pub struct Thing {
    _private: [u8; 0],
}
extern "C" {
    fn thing_new() -> *mut Thing;
    fn thing_free(t: *mut Thing);
    fn thing_size(t: *const Thing) -> c_int;
    fn free(p: *mut u8);
    fn malloc(size: usize) -> *mut u8;
}

pub fn twice() {
    unsafe {
        let t = thing_new();
        thing_free(t);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'thing_free' releases {{.*}}'thing_new' that 'thing_free' has already released{{.*}}[custody.own-01]
        thing_free(t);
    }
}

pub fn on_the_error_path(n: usize) -> i32 {
    unsafe {
        let p = malloc(n);
        if p.is_null() {
            return -1;
        }
        let mut result = 0;
        if n < 2 {
            free(p);
            result = -1;
        }
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' releases memory from 'malloc' that 'free' has already released{{.*}}[custody.own-01]
        free(p);
        result
    }
}

pub fn dealloc_twice() {
    let layout = Layout::new::<u64>();
    unsafe {
        let p = alloc(layout);
        if p.is_null() {
            return;
        }
        dealloc(p, layout);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}dealloc{{.*}}[custody.own-01]
        dealloc(p, layout);
    }
}

pub fn in_a_helper_and_here() {
    fn done_with(t: *mut Thing) {
        unsafe { thing_free(t) }
    }
    unsafe {
        let t = thing_new();
        done_with(t);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'thing_free' {{.*}}already released{{.*}}[custody.own-01]
        thing_free(t);
    }
}

pub fn once(n: usize) -> i32 {
    unsafe {
        let p = malloc(n);
        if p.is_null() {
            return -1;
        }
        let result = if n < 2 { -1 } else { 0 };
        free(p);
        result
    }
}
pub fn set_to_null() -> c_int {
    unsafe {
        let mut t = thing_new();
        let size = thing_size(t);
        if size > 2 {
            thing_free(t);
            t = std::ptr::null_mut();
        }
        if !t.is_null() {
            thing_free(t);
        }
        size
    }
}
