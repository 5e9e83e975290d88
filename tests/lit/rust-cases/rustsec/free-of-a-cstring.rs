// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// A C API that releases a CString with C's free: nispor did so until its pull
// request 32.
use std::ffi::CString;
use std::os::raw::{c_char, c_int, c_void};

extern "C" {
    fn free(p: *mut c_void);
}

#[no_mangle]
pub extern "C" fn state_retrieve(out: *mut *mut c_char) -> c_int {
    let Ok(text) = CString::new("{}") else { return 1 };
    unsafe { *out = text.into_raw() };
    0
}
#[no_mangle]
pub extern "C" fn state_free(text: *mut c_char) {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}[custody.mem-03]
    unsafe { free(text as *mut c_void) }
}
pub fn round_trip() {
    let mut text = std::ptr::null_mut();
    if state_retrieve(&mut text) == 0 {
        state_free(text);
    }
}

#[no_mangle]
pub extern "C" fn state_free_well(text: *mut c_char) {
    if !text.is_null() {
        drop(unsafe { CString::from_raw(text) });
    }
}
pub fn round_trip_well() {
    let mut text = std::ptr::null_mut();
    if state_retrieve(&mut text) == 0 {
        state_free_well(text);
    }
}
