// RUN: %driver rust %s --format=text 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning:
//
// "How to Manage Memory Across FFI Boundaries", as it stands there.
use std::ffi::CString;
use std::os::raw::c_char;

#[no_mangle]
pub extern "C" fn create_string() -> *mut c_char {
    let c_str = CString::new("Hello from Rust").unwrap();
    let ptr = c_str.into_raw();
    ptr
}

#[no_mangle]
pub extern "C" fn free_string(ptr: *mut c_char) {
    if !ptr.is_null() {
        unsafe {
            let _ = CString::from_raw(ptr);
        }
    }
}

#[repr(C)]
pub struct Config {
    pub max_connections: i32,
    pub timeout_ms: i32,
    pub name: *mut c_char,
}

#[no_mangle]
pub extern "C" fn create_config(max_conn: i32, timeout: i32) -> *mut Config {
    let config = Config {
        max_connections: max_conn,
        timeout_ms: timeout,
        name: std::ptr::null_mut(),
    };
    let boxed = Box::new(config);
    Box::into_raw(boxed)
}

#[no_mangle]
pub extern "C" fn free_config(ptr: *mut Config) {
    if !ptr.is_null() {
        unsafe {
            let config = Box::from_raw(ptr);
            if !config.name.is_null() {
                let _ = CString::from_raw(config.name);
            }
        }
    }
}

#[no_mangle]
pub extern "C" fn config_set_name(ptr: *mut Config, name: *const c_char) -> bool {
    if ptr.is_null() || name.is_null() {
        return false;
    }
    let config = unsafe { &mut *ptr };
    let name = unsafe { std::ffi::CStr::from_ptr(name) }.to_owned();
    if !config.name.is_null() {
        drop(unsafe { CString::from_raw(config.name) });
    }
    config.name = name.into_raw();
    true
}

pub fn used_in_rust() -> i32 {
    let config = create_config(1, 2);
    let timeout = unsafe { (*config).timeout_ms };
    free_config(config);
    timeout
}
