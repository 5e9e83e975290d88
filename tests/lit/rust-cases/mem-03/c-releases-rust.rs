// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// C's free knows nothing of Rust's allocator.
use std::ffi::CString;
use std::os::raw::{c_char, c_void};

extern "C" {
    fn free(p: *mut c_void);
    fn fill(buffer: *mut u8, len: usize);
}

pub fn cstring(text: &str) {
    let Ok(text) = CString::new(text) else { return };
    let raw: *mut c_char = text.into_raw();
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}into_raw{{.*}}[custody.mem-03]
    unsafe { free(raw.cast()) };
}

pub fn boxed() {
    let raw = Box::into_raw(Box::new([0u8; 100]));
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}[custody.mem-03]
    unsafe { free(raw as *mut c_void) };
}

pub fn buffer(len: usize) {
    let mut buffer = vec![0u8; len];
    let raw = buffer.as_mut_ptr();
    std::mem::forget(buffer);
    unsafe {
        fill(raw, len);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}[custody.mem-03]
        free(raw.cast());
    }
}

// Still owned by the CString, too.
pub fn borrowed_text(text: &str) {
    let text = CString::new(text).unwrap();
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}[custody.{{mem-02|mem-03|ffi-07}}]
    unsafe { free(text.as_ptr() as *mut c_void) };
}

pub fn allocated() {
    let layout = std::alloc::Layout::new::<[u64; 4]>();
    unsafe {
        let p = std::alloc::alloc(layout);
        if p.is_null() {
            return;
        }
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}[custody.mem-03]
        free(p.cast());
    }
}

pub fn cstring_well(text: &str) {
    let Ok(text) = CString::new(text) else { return };
    let raw = text.into_raw();
    unsafe { drop(CString::from_raw(raw)) };
}

pub fn boxed_well() {
    let raw = Box::into_raw(Box::new([0u8; 100]));
    unsafe { drop(Box::from_raw(raw)) };
}

pub fn buffer_well(len: usize) -> Vec<u8> {
    let mut buffer = vec![0u8; len];
    unsafe { fill(buffer.as_mut_ptr(), len) };
    buffer
}
