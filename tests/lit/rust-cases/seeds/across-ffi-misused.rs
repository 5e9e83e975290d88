// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// The pitfalls of "How to Manage Memory Across FFI Boundaries".
use std::ffi::CString;
use std::os::raw::{c_char, c_void};

extern "C" {
    fn free(p: *mut c_void);
    fn strlen(s: *const c_char) -> usize;
}

#[no_mangle]
pub extern "C" fn create_string() -> *mut c_char {
    let c_str = CString::new("Hello from Rust").unwrap();
    c_str.into_raw()
}
#[no_mangle]
pub extern "C" fn free_string(ptr: *mut c_char) {
    if !ptr.is_null() {
        unsafe { drop(CString::from_raw(ptr)) };
    }
}

pub fn double_free() {
    let s = create_string();
    free_string(s);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.{{ffi-07|own-01|own-02}}]
    free_string(s);
}

pub fn use_after_free() -> usize {
    let s = create_string();
    free_string(s);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-02]
    unsafe { strlen(s) }
}

pub fn allocator_mismatch() {
    let s = create_string();
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}[custody.mem-03]
    unsafe { free(s.cast()) };
}
