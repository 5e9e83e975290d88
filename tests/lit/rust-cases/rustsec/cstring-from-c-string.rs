// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// CString::from_raw to read what a library lends: it is released under the
// library's feet (onnxruntime-rs did so until its pull request 49).
use std::ffi::{CStr, CString};
use std::os::raw::c_char;

#[repr(C)]
pub struct Session {
    _private: [u8; 0],
}
extern "C" {
    fn session_error_text(s: *const Session) -> *const c_char;
}

pub fn error(s: *const Session) -> Option<String> {
    let raw = unsafe { session_error_text(s) } as *mut c_char;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'session_error_text'{{.*}}[custody.{{mem-02|mem-03}}]
    let text = unsafe { CString::from_raw(raw) };
    text.into_string().ok()
}
pub fn error_well(s: *const Session) -> Option<String> {
    let text = unsafe { CStr::from_ptr(session_error_text(s)) };
    text.to_str().ok().map(str::to_owned)
}
