use std::ffi::{CStr, CString};
use std::os::raw::{c_char, c_int};

#[repr(C)]
pub struct Config {
    pub timeout_ms: c_int,
    pub name: *mut c_char,
}

#[no_mangle]
pub extern "C" fn settings(timeout_ms: c_int) -> *mut Config {
    Box::into_raw(Box::new(Config { timeout_ms, name: std::ptr::null_mut() }))
}
#[no_mangle]
pub unsafe extern "C" fn settings_done(config: *mut Config) {
    if config.is_null() {
        return;
    }
    let config = Box::from_raw(config);
    if !config.name.is_null() {
        drop(CString::from_raw(config.name));
    }
}
#[no_mangle]
pub unsafe extern "C" fn settings_call(config: *mut Config, name: *const c_char) {
    if config.is_null() || name.is_null() {
        return;
    }
    if !(*config).name.is_null() {
        drop(CString::from_raw((*config).name));
    }
    (*config).name = CStr::from_ptr(name).to_owned().into_raw();
}
