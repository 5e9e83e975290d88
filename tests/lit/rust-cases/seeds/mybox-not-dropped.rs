// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
// Not all of it is seen yet: see docs/rust.md.
// XFAIL: *
//
// The fourth risk of MyBox: deallocated, never dropped.
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

pub struct NotDropped<T> {
    ptr: *mut T,
}
impl<T> Drop for NotDropped<T> {
    fn drop(&mut self) {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}still lives{{.*}}[custody.own-05]
        unsafe { dealloc(self.ptr.cast(), Layout::new::<T>()) }
    }
}
pub fn not_dropped(text: &str) {
    let _b = NotDropped { ptr: make(text.to_string()) };
}
pub fn nothing_to_drop() {
    let _b = NotDropped { ptr: make(5u64) };
}
