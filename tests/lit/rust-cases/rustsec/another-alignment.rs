// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
// Not all of it is seen yet: see docs/rust.md.
// XFAIL: *
//
// The kind of RUSTSEC-2023-0017 (maligned): storage with a greater alignment
// than its type's ends in a Vec, which gives it back with the type's.
use std::alloc::{alloc, dealloc, handle_alloc_error, Layout};

#[repr(align(64))]
pub struct Align64;

pub fn align_first<T>(capacity: usize) -> Vec<T> {
    let layout = Layout::from_size_align(capacity * std::mem::size_of::<T>(), std::mem::align_of::<Align64>()).unwrap();
    unsafe {
        let p = alloc(layout);
        if p.is_null() {
            handle_alloc_error(layout);
        }
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-04]
        Vec::from_raw_parts(p as *mut T, 0, capacity)
    }
}
pub fn bytes() -> Vec<u8> {
    align_first(64)
}

pub fn well(capacity: usize) {
    let layout = Layout::from_size_align(capacity * 4, std::mem::align_of::<Align64>()).unwrap();
    unsafe {
        let p = alloc(layout);
        if p.is_null() {
            handle_alloc_error(layout);
        }
        dealloc(p, layout);
    }
}
