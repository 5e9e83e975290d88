// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// What goes back is what was given out, not what lies behind it.
use std::alloc::{alloc, dealloc, Layout};

extern "C" {
    fn malloc(size: usize) -> *mut u8;
    fn free(p: *mut u8);
}

pub fn freed(n: usize) {
    unsafe {
        let mut p = malloc(n);
        if p.is_null() {
            return;
        }
        p = p.add(1);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' releases a pointer 1 byte into memory from 'malloc'{{.*}}[custody.own-03]
        free(p);
    }
}

pub fn deallocated() {
    let layout = Layout::new::<[u64; 4]>();
    unsafe {
        let p = alloc(layout);
        if p.is_null() {
            return;
        }
        let header = p.add(8);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}8 bytes into {{.*}}[custody.own-03]
        dealloc(header, layout);
    }
}

pub fn boxed() -> Box<u32> {
    let raw = Box::into_raw(Box::new([1u32, 2])) as *mut u32;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-03]
    unsafe { Box::from_raw(raw.offset(1)) }
}

pub fn walked(n: usize) {
    unsafe {
        let start = malloc(n);
        if start.is_null() {
            return;
        }
        let mut p = start;
        p.write(0);
        p = p.add(1);
        p.write(1);
        free(start);
    }
}
pub fn there_and_back(n: usize) {
    unsafe {
        let p = malloc(n);
        if p.is_null() {
            return;
        }
        let user = p.add(8);
        user.write(1);
        free(user.sub(8));
    }
}
