// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// The first risk of manual memory: nobody deallocates.
use std::alloc::{alloc, alloc_zeroed, dealloc, handle_alloc_error, Layout};

pub fn lost(n: u32) -> u32 {
    let layout = Layout::new::<u32>();
    unsafe {
        let p = alloc(layout) as *mut u32;
        if p.is_null() {
            handle_alloc_error(layout);
        }
        p.write(n);
        if n > 7 {
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}alloc{{.*}}[custody.ffi-03]
            return 7;
        }
        let read = p.read();
        dealloc(p.cast(), layout);
        read
    }
}

pub struct Leaky<T> {
    ptr: *mut T,
}
impl<T> Leaky<T> {
    pub fn new(value: T) -> Self {
        let layout = Layout::new::<T>();
        let ptr = unsafe { alloc(layout) } as *mut T;
        if ptr.is_null() {
            handle_alloc_error(layout);
        }
        unsafe { ptr.write(value) };
        Leaky { ptr }
    }
    pub fn get(&self) -> &T {
        unsafe { &*self.ptr }
    }
}
pub fn leaky(n: u64) -> u64 {
    let l = Leaky::new(n);
    if *l.get() > 7 {
        // CHECK: warning: {{.*}}alloc{{.*}}[custody.ffi-03]
        return 7;
    }
    n
}

pub fn released(n: u32) -> u32 {
    let layout = Layout::new::<u32>();
    unsafe {
        let p = alloc_zeroed(layout) as *mut u32;
        if p.is_null() {
            return 0;
        }
        p.write(n);
        let read = p.read();
        dealloc(p.cast(), layout);
        read
    }
}
