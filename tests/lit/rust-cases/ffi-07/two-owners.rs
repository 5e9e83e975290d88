// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// Two owners are two releases, only later.
use std::ffi::CString;
use std::mem::{forget, ManuallyDrop};

pub struct Data {
    pub n: u32,
}

pub fn two_boxes() -> u32 {
    let raw = Box::into_raw(Box::new(Data { n: 1 }));
    let a = unsafe { Box::from_raw(raw) };
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
    let b = unsafe { Box::from_raw(raw) };
    a.n + b.n
}

pub fn one_after_the_other() {
    let raw = Box::into_raw(Box::new(Data { n: 1 }));
    drop(unsafe { Box::from_raw(raw) });
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
    drop(unsafe { Box::from_raw(raw) });
}

pub fn cstring_twice(text: &str) {
    let Ok(text) = CString::new(text) else { return };
    let raw = text.into_raw();
    let _first = unsafe { CString::from_raw(raw) };
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
    let _second = unsafe { CString::from_raw(raw) };
}

pub fn box_still_owns() -> u32 {
    let mut a = Box::new(Data { n: 1 });
    let raw: *mut Data = &mut *a;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
    let b = unsafe { Box::from_raw(raw) };
    a.n + b.n
}

pub fn vec_still_owns() -> usize {
    let mut a = vec![1u8, 2, 3];
    let (ptr, len, cap) = (a.as_mut_ptr(), a.len(), a.capacity());
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
    let b = unsafe { Vec::from_raw_parts(ptr, len, cap) };
    a.len() + b.len()
}

pub fn read_twice() -> u32 {
    let a = Box::new(Data { n: 1 });
    let b = unsafe { std::ptr::read(&a) };
    a.n + b.n
    // Both are dropped here.
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
}

pub fn one_box() -> u32 {
    let raw = Box::into_raw(Box::new(Data { n: 1 }));
    let a = unsafe { Box::from_raw(raw) };
    a.n
}
pub fn back_and_forth() -> u32 {
    let a = unsafe { Box::from_raw(Box::into_raw(Box::new(Data { n: 1 }))) };
    let b = unsafe { Box::from_raw(Box::into_raw(a)) };
    b.n
}
pub fn read_and_forgotten() -> u32 {
    let a = Box::new(Data { n: 1 });
    let b = unsafe { std::ptr::read(&a) };
    forget(a);
    b.n
}
pub fn read_from_manually_drop() -> u32 {
    let a = ManuallyDrop::new(Box::new(Data { n: 1 }));
    let b = unsafe { std::ptr::read(&*a) };
    b.n
}
pub fn borrowed() -> u32 {
    let mut a = Box::new(Data { n: 1 });
    let raw: *mut Data = &mut *a;
    unsafe { (*raw).n = 2 };
    a.n
}
