// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
// Not all of it is seen yet: see docs/rust.md.
// XFAIL: *
//
// The fourth risk of manual memory: the storage goes, and what it holds was
// never dropped.
use std::alloc::{alloc, dealloc, Layout};
use std::ptr;

pub struct Job {
    pub name: String,
    pub parts: Vec<u32>,
}

pub fn string_lost(text: &str) -> usize {
    let layout = Layout::new::<String>();
    unsafe {
        let p = alloc(layout) as *mut String;
        if p.is_null() {
            return 0;
        }
        ptr::write(p, text.to_string());
        let len = (&*p).len();
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}still lives{{.*}}[custody.own-05]
        dealloc(p as *mut u8, layout);
        len
    }
}

pub fn struct_lost(text: &str) {
    let layout = Layout::new::<Job>();
    unsafe {
        let p = alloc(layout).cast::<Job>();
        if p.is_null() {
            return;
        }
        p.write(Job { name: text.to_string(), parts: Vec::new() });
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}still lives{{.*}}[custody.own-05]
        dealloc(p.cast(), layout);
    }
}

pub fn box_by_hand(text: &str) {
    let p = Box::into_raw(Box::new(text.to_string()));
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}still lives{{.*}}[custody.own-05]
    unsafe { dealloc(p.cast(), Layout::new::<String>()) };
}

pub fn dropped_in_place(text: &str) {
    let layout = Layout::new::<Job>();
    unsafe {
        let p = alloc(layout).cast::<Job>();
        if p.is_null() {
            return;
        }
        p.write(Job { name: text.to_string(), parts: Vec::new() });
        ptr::drop_in_place(p);
        dealloc(p.cast(), layout);
    }
}
pub fn moved_out(text: &str) -> String {
    let layout = Layout::new::<String>();
    unsafe {
        let p = alloc(layout) as *mut String;
        if p.is_null() {
            return String::new();
        }
        p.write(text.to_string());
        let text = p.read();
        dealloc(p.cast(), layout);
        text
    }
}
// Nothing to drop in it.
pub fn plain() {
    let layout = Layout::new::<[u32; 4]>();
    unsafe {
        let p = alloc(layout) as *mut [u32; 4];
        if p.is_null() {
            return;
        }
        p.write([1, 2, 3, 4]);
        dealloc(p.cast(), layout);
    }
}
