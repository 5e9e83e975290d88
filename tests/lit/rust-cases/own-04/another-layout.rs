// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// The second risk of manual memory: another layout than the one it came with.
use std::alloc::{alloc, dealloc, realloc, Layout};

pub fn another_type() {
    unsafe {
        let p = alloc(Layout::new::<u64>());
        if p.is_null() {
            return;
        }
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}dealloc{{.*}}[custody.own-04]
        dealloc(p, Layout::new::<u32>());
    }
}

pub fn another_size() {
    unsafe {
        let p = alloc(Layout::from_size_align_unchecked(16, 8));
        if p.is_null() {
            return;
        }
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}dealloc{{.*}}[custody.own-04]
        dealloc(p, Layout::from_size_align_unchecked(8, 8));
    }
}

pub fn another_alignment() {
    let layout = Layout::from_size_align(64, 64).unwrap();
    unsafe {
        let p = alloc(layout);
        if p.is_null() {
            return;
        }
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}dealloc{{.*}}[custody.own-04]
        dealloc(p, Layout::from_size_align(64, 8).unwrap());
    }
}

pub fn old_size_after_realloc() {
    let layout = Layout::from_size_align(16, 8).unwrap();
    unsafe {
        let p = alloc(layout);
        if p.is_null() {
            return;
        }
        let q = realloc(p, layout, 64);
        if q.is_null() {
            dealloc(p, layout);
            return;
        }
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}dealloc{{.*}}[custody.own-04]
        dealloc(q, layout);
    }
}

pub fn the_same() {
    let layout = Layout::new::<u64>();
    unsafe {
        let p = alloc(layout);
        if p.is_null() {
            return;
        }
        dealloc(p, Layout::new::<u64>());
    }
}
pub fn an_array(n: usize) -> bool {
    let Ok(layout) = Layout::array::<u32>(n) else { return false };
    if layout.size() == 0 {
        return false;
    }
    unsafe {
        let p = alloc(layout);
        if p.is_null() {
            return false;
        }
        dealloc(p, layout);
    }
    true
}
pub fn new_size_after_realloc() {
    let layout = Layout::from_size_align(16, 8).unwrap();
    unsafe {
        let p = alloc(layout);
        if p.is_null() {
            return;
        }
        let q = realloc(p, layout, 64);
        if q.is_null() {
            dealloc(p, layout);
            return;
        }
        dealloc(q, Layout::from_size_align(64, 8).unwrap());
    }
}
// A Box's memory has the layout of its type.
pub fn box_by_hand() {
    let p = Box::into_raw(Box::new(5u64));
    unsafe { dealloc(p.cast(), Layout::new::<u64>()) };
}
pub fn box_from_alloc() -> Option<Box<u64>> {
    unsafe {
        let p = alloc(Layout::new::<u64>()) as *mut u64;
        if p.is_null() {
            return None;
        }
        p.write(5);
        Some(Box::from_raw(p))
    }
}
