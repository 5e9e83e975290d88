// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// A String frees its bytes with Rust's allocator. What another allocator made is
// copied, and given back to the library it came from.
use std::ffi::CStr;
use std::os::raw::c_char;

extern "C" {
    fn c_get_string() -> *mut c_char;
    fn c_free_string(s: *mut c_char);
    fn name_create(id: i32) -> *mut c_char;
    fn name_free(s: *mut c_char);
    fn strdup(s: *const c_char) -> *mut c_char;
    fn strlen(s: *const c_char) -> usize;
    fn free(p: *mut u8);
}

pub fn from_a_library(len: usize, cap: usize) -> String {
    unsafe {
        let ptr = c_get_string();
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'c_get_string'{{.*}}[custody.mem-03]
        String::from_raw_parts(ptr as *mut u8, len, cap)
    }
}

pub fn from_a_library_with_a_pair(id: i32) -> String {
    unsafe {
        let ptr = name_create(id);
        let len = strlen(ptr);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'name_create'{{.*}}'name_free'{{.*}}[custody.mem-03]
        String::from_raw_parts(ptr.cast(), len, len + 1)
    }
}

pub fn from_malloc(text: &CStr) -> Option<String> {
    unsafe {
        let copy = strdup(text.as_ptr());
        if copy.is_null() {
            return None;
        }
        let len = strlen(copy);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'strdup'{{.*}}'free'{{.*}}[custody.mem-03]
        Some(String::from_raw_parts(copy as *mut u8, len, len + 1))
    }
}

pub fn copied() -> String {
    unsafe {
        let ptr = c_get_string();
        let cstr = CStr::from_ptr(ptr);
        let result = cstr.to_string_lossy().into_owned();
        c_free_string(ptr);
        result
    }
}

pub fn copied_from_a_pair(id: i32) -> String {
    unsafe {
        let ptr = name_create(id);
        let result = CStr::from_ptr(ptr).to_string_lossy().into_owned();
        name_free(ptr);
        result
    }
}

pub fn copied_from_malloc(text: &CStr) -> Option<String> {
    unsafe {
        let copy = strdup(text.as_ptr());
        if copy.is_null() {
            return None;
        }
        let result = CStr::from_ptr(copy).to_str().ok().map(|s| s.to_string());
        free(copy as *mut u8);
        result
    }
}

// Taken apart by Rust, put together by Rust.
pub fn round_trip(text: &str) -> String {
    let mut text = std::mem::ManuallyDrop::new(text.to_string());
    unsafe { String::from_raw_parts(text.as_mut_ptr(), text.len(), text.capacity()) }
}
