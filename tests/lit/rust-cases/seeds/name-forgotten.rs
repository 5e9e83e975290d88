// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
// Not all of it is seen yet: see docs/rust.md.
// XFAIL: *
//
// Nested ownership: the Config goes, and its name with it only if somebody sees to
// that.
use std::ffi::CString;
use std::os::raw::c_char;

#[repr(C)]
pub struct Config {
    pub timeout_ms: i32,
    pub name: *mut c_char,
}
pub fn create_config(timeout_ms: i32, name: &str) -> *mut Config {
    let name = CString::new(name).unwrap_or_default();
    Box::into_raw(Box::new(Config { timeout_ms, name: name.into_raw() }))
}

// The struct goes, its name stays: nobody has it any more.
pub fn name_forgotten() {
    let config = create_config(1, "name");
    // CHECK: warning: {{.*}}into_raw{{.*}}[custody.ffi-03]
    drop(unsafe { Box::from_raw(config) });
}

pub fn name_released() {
    let config = unsafe { Box::from_raw(create_config(1, "name")) };
    drop(unsafe { CString::from_raw(config.name) });
}
