// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
// Not all of it is seen yet: see docs/rust.md.
// XFAIL: *
//
// The leak in a loop, and the one by assignment.
#[repr(C)]
pub struct Part {
    _private: [u8; 0],
}
extern "C" {
    fn part_new(kind: i32) -> *mut Part;
    fn part_free(p: *mut Part);
    fn part_size(p: *const Part) -> i32;
}

pub fn in_a_loop(n: i32) -> i32 {
    let mut sum = 0;
    for kind in 0..n {
        let p = unsafe { part_new(kind) };
        // CHECK: warning: {{.*}}'part_new'{{.*}}'part_free'{{.*}}[custody.ffi-03]
        sum += unsafe { part_size(p) };
    }
    sum
}

pub fn overwritten(n: i32) -> i32 {
    unsafe {
        let mut p = part_new(1);
        if n > 1 {
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'part_new'{{.*}}'part_free'{{.*}}[custody.ffi-03]
            p = part_new(n);
        }
        let size = part_size(p);
        part_free(p);
        size
    }
}

pub fn in_a_loop_well(n: i32) -> i32 {
    let mut sum = 0;
    for kind in 0..n {
        unsafe {
            let p = part_new(kind);
            sum += part_size(p);
            part_free(p);
        }
    }
    sum
}

pub fn collected(n: i32) -> i32 {
    let parts: Vec<*mut Part> = (0..n).map(|kind| unsafe { part_new(kind) }).collect();
    let sum = parts.iter().map(|p| unsafe { part_size(*p) }).sum();
    for p in parts {
        unsafe { part_free(p) };
    }
    sum
}
