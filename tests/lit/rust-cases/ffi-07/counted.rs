// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// Rc and Arc: from_raw takes one count, as often as into_raw gave one.
use std::rc::Rc;
use std::sync::Arc;

pub fn one_count_taken_twice() -> u32 {
    let raw = Rc::into_raw(Rc::new(5u32));
    let a = unsafe { Rc::from_raw(raw) };
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
    let b = unsafe { Rc::from_raw(raw) };
    *a + *b
}

pub fn never_given() -> u32 {
    let a = Arc::new(5u32);
    let raw = Arc::as_ptr(&a);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
    let b = unsafe { Arc::from_raw(raw) };
    *a + *b
}

pub fn cloned() -> u32 {
    let a = Rc::new(5u32);
    let b = Rc::clone(&a);
    let raw = Rc::into_raw(a);
    let again = unsafe { Rc::from_raw(raw) };
    *again + *b
}

pub fn counted_up() -> u32 {
    let raw = Arc::into_raw(Arc::new(5u32));
    unsafe { Arc::increment_strong_count(raw) };
    let a = unsafe { Arc::from_raw(raw) };
    let b = unsafe { Arc::from_raw(raw) };
    *a + *b
}

pub fn counted_down() -> u32 {
    let raw = Arc::into_raw(Arc::new(5u32));
    let n = unsafe { *raw };
    unsafe { Arc::decrement_strong_count(raw) };
    n
}

pub fn looked_at() -> u32 {
    let a = Rc::new(5u32);
    unsafe { *Rc::as_ptr(&a) }
}

// A callback borrows the count it was given.
pub fn borrowed_in_a_callback(raw: *const u32) -> u32 {
    let a = std::mem::ManuallyDrop::new(unsafe { Arc::from_raw(raw) });
    **a
}
