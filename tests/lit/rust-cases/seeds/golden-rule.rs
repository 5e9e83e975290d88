// RUN: %driver rust %s --format=text 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning:
//
// "The Golden Rule": data with a release function, the opaque handle.
use std::collections::HashMap;
use std::ffi::CStr;
use std::os::raw::{c_char, c_int};

#[no_mangle]
pub extern "C" fn create_data() -> *mut u8 {
    Box::into_raw(Box::new([1u8; 100])) as *mut u8
}
#[no_mangle]
pub extern "C" fn free_data(ptr: *mut u8) {
    if !ptr.is_null() {
        unsafe { drop(Box::from_raw(ptr as *mut [u8; 100])) };
    }
}
pub fn in_rust() -> u8 {
    let data = create_data();
    let first = unsafe { *data };
    free_data(data);
    first
}

pub struct Database {
    connection: String,
}
#[no_mangle]
pub extern "C" fn db_open(conn: *const c_char) -> *mut Database {
    let conn_str = unsafe { CStr::from_ptr(conn).to_str().unwrap() };
    Box::into_raw(Box::new(Database { connection: conn_str.to_string() }))
}
#[no_mangle]
pub extern "C" fn db_close(db: *mut Database) {
    if !db.is_null() {
        unsafe { drop(Box::from_raw(db)) };
    }
}
#[no_mangle]
pub extern "C" fn db_query(db: *mut Database, _query: *const c_char) -> c_int {
    let db = unsafe { &*db };
    db.connection.len() as c_int
}

pub struct Config {
    values: HashMap<String, String>,
}
pub type ConfigHandle = *mut Config;

#[no_mangle]
pub extern "C" fn config_new() -> ConfigHandle {
    Box::into_raw(Box::new(Config { values: HashMap::new() }))
}
#[no_mangle]
pub extern "C" fn config_set(handle: ConfigHandle, key: *const c_char, value: *const c_char) -> bool {
    if handle.is_null() || key.is_null() || value.is_null() {
        return false;
    }
    let config = unsafe { &mut *handle };
    let key = unsafe { CStr::from_ptr(key).to_str().ok() };
    let value = unsafe { CStr::from_ptr(value).to_str().ok() };
    match (key, value) {
        (Some(k), Some(v)) => {
            config.values.insert(k.to_string(), v.to_string());
            true
        }
        _ => false,
    }
}
#[no_mangle]
pub extern "C" fn config_free(handle: ConfigHandle) {
    if !handle.is_null() {
        unsafe { drop(Box::from_raw(handle)) };
    }
}
pub fn config_in_rust(key: &CStr) -> bool {
    let config = config_new();
    let set = config_set(config, key.as_ptr(), key.as_ptr());
    config_free(config);
    set
}
