// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// into_raw makes a promise: somebody calls from_raw.
use std::ffi::CString;
use std::os::raw::{c_char, c_int};
use std::rc::Rc;

extern "C" {
    fn puts(s: *const c_char) -> c_int;
    fn register_name(name: *mut c_char);
}

pub fn cstring(text: &str) -> c_int {
    let Ok(text) = CString::new(text) else { return -1 };
    // CHECK: warning: {{.*}}CString{{.*}}into_raw{{.*}}[custody.ffi-03]
    unsafe { puts(text.into_raw()) }
}

pub fn boxed(n: u32) -> u32 {
    let raw = Box::into_raw(Box::new(n));
    let read = unsafe { *raw };
    if read > 7 {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}Box{{.*}}into_raw{{.*}}[custody.ffi-03]
        return 7;
    }
    drop(unsafe { Box::from_raw(raw) });
    read
}

pub fn counted(n: u32) -> u32 {
    let raw = Rc::into_raw(Rc::new(n));
    let read = unsafe { *raw };
    if read > 7 {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}Rc{{.*}}into_raw{{.*}}[custody.ffi-03]
        return 7;
    }
    drop(unsafe { Rc::from_raw(raw) });
    read
}

pub fn on_error_only(text: &str, n: i32) -> Result<i32, String> {
    let raw = CString::new(text).map_err(|e| e.to_string())?.into_raw();
    if n < 0 {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}CString{{.*}}into_raw{{.*}}[custody.ffi-03]
        return Err("negative".into());
    }
    unsafe { drop(CString::from_raw(raw)) };
    Ok(n)
}

pub fn as_ptr(text: &str) -> c_int {
    let Ok(text) = CString::new(text) else { return -1 };
    unsafe { puts(text.as_ptr()) }
}
// The other side keeps it, as far as its declaration tells.
pub fn handed_over(text: &str) {
    let Ok(text) = CString::new(text) else { return };
    unsafe { register_name(text.into_raw()) }
}
pub fn returned(text: &str) -> *mut c_char {
    match CString::new(text) {
        Ok(text) => text.into_raw(),
        Err(_) => std::ptr::null_mut(),
    }
}
pub fn out_parameter(out: &mut *mut c_char) -> bool {
    let Ok(text) = CString::new("x") else { return false };
    *out = text.into_raw();
    true
}
// It says that it leaks.
pub fn leaked_for_good() -> &'static mut [u8; 64] {
    Box::leak(Box::new([0; 64]))
}
pub fn leaked_text() -> &'static str {
    Box::leak(String::from("for ever").into_boxed_str())
}
