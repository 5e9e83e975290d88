// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// MyBox with three of the four risks; the fourth is in mybox-not-dropped.rs. A
// defect in a generic type is one report, however many types it is used with.
use std::alloc::{alloc, dealloc, handle_alloc_error, Layout};
use std::ptr;

fn make<T>(value: T) -> *mut T {
    unsafe {
        let p = alloc(Layout::new::<T>()) as *mut T;
        if p.is_null() {
            handle_alloc_error(Layout::new::<T>());
        }
        ptr::write(p, value);
        p
    }
}

pub struct NeverDeallocated<T> {
    ptr: *mut T,
}
impl<T> Drop for NeverDeallocated<T> {
    fn drop(&mut self) {
        // CHECK: warning: {{.*}}alloc{{.*}}[custody.ffi-03]
        unsafe { ptr::drop_in_place(self.ptr) }
    }
}
pub fn never_deallocated() {
    let _b = NeverDeallocated { ptr: make(5u64) };
}

pub struct WrongLayout<T> {
    ptr: *mut T,
}
impl<T> Drop for WrongLayout<T> {
    fn drop(&mut self) {
        unsafe {
            ptr::drop_in_place(self.ptr);
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}dealloc{{.*}}[custody.own-04]
            dealloc(self.ptr.cast(), Layout::new::<u8>());
        }
    }
}
pub fn wrong_layout_of_u64() {
    let _b = WrongLayout { ptr: make(5u64) };
}
pub fn wrong_layout_of_u32() {
    let _b = WrongLayout { ptr: make(5u32) };
}

pub fn use_after_free() -> u64 {
    let p = make(5u64);
    unsafe {
        dealloc(p.cast(), Layout::new::<u64>());
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-02]
        *p
    }
}
