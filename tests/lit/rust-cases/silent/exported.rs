// RUN: %driver rust %s --format=text 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning:
//
// What a crate with a C API looks like: nothing here is wrong.
use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::{CStr, CString};
use std::os::raw::{c_char, c_int};
use std::ptr;
use std::sync::{Arc, Mutex};

pub struct Store {
    items: Mutex<HashMap<String, CString>>,
}

thread_local! {
    static LAST_ERROR: RefCell<Option<CString>> = const { RefCell::new(None) };
}
fn set_error(text: &str) {
    LAST_ERROR.with(|e| *e.borrow_mut() = CString::new(text).ok());
}

#[no_mangle]
pub extern "C" fn store_last_error() -> *const c_char {
    LAST_ERROR.with(|e| e.borrow().as_ref().map_or(ptr::null(), |s| s.as_ptr()))
}
#[no_mangle]
pub extern "C" fn store_new() -> *const Store {
    Arc::into_raw(Arc::new(Store { items: Mutex::new(HashMap::new()) }))
}
#[no_mangle]
pub unsafe extern "C" fn store_ref(store: *const Store) -> *const Store {
    if !store.is_null() {
        Arc::increment_strong_count(store);
    }
    store
}
#[no_mangle]
pub unsafe extern "C" fn store_unref(store: *const Store) {
    if !store.is_null() {
        drop(Arc::from_raw(store));
    }
}
#[no_mangle]
pub unsafe extern "C" fn store_put(store: *const Store, key: *const c_char, value: *const c_char) -> c_int {
    let Some(store) = store.as_ref() else { return -1 };
    if key.is_null() || value.is_null() {
        set_error("null");
        return -1;
    }
    let Ok(key) = CStr::from_ptr(key).to_str() else {
        set_error("not UTF-8");
        return -1;
    };
    let value = CStr::from_ptr(value).to_owned();
    match store.items.lock() {
        Ok(mut items) => {
            items.insert(key.to_string(), value);
            0
        }
        Err(_) => -1,
    }
}
#[no_mangle]
pub unsafe extern "C" fn store_get(store: *const Store, key: *const c_char) -> *mut c_char {
    let Some(store) = store.as_ref() else { return ptr::null_mut() };
    let Ok(key) = CStr::from_ptr(key).to_str() else { return ptr::null_mut() };
    let Ok(items) = store.items.lock() else { return ptr::null_mut() };
    match items.get(key) {
        Some(value) => value.clone().into_raw(),
        None => ptr::null_mut(),
    }
}
#[no_mangle]
pub unsafe extern "C" fn store_string_free(s: *mut c_char) {
    if !s.is_null() {
        drop(CString::from_raw(s));
    }
}

/// Bytes with their capacity, as many crates hand them out.
#[repr(C)]
pub struct Bytes {
    pub data: *mut u8,
    pub len: usize,
    pub capacity: usize,
}
#[no_mangle]
pub extern "C" fn store_dump() -> Bytes {
    let mut v = std::mem::ManuallyDrop::new(vec![1u8, 2, 3]);
    Bytes { data: v.as_mut_ptr(), len: v.len(), capacity: v.capacity() }
}
#[no_mangle]
pub unsafe extern "C" fn store_bytes_free(b: Bytes) {
    if !b.data.is_null() {
        drop(Vec::from_raw_parts(b.data, b.len, b.capacity));
    }
}
#[no_mangle]
pub unsafe extern "C" fn store_dump_to(out: *mut *mut u8, len: *mut usize) -> c_int {
    if out.is_null() || len.is_null() {
        return -1;
    }
    let data = vec![1u8, 2, 3].into_boxed_slice();
    *len = data.len();
    *out = Box::into_raw(data) as *mut u8;
    0
}
#[no_mangle]
pub unsafe extern "C" fn store_data_free(data: *mut u8, len: usize) {
    if !data.is_null() {
        drop(Box::from_raw(ptr::slice_from_raw_parts_mut(data, len)));
    }
}
#[no_mangle]
pub extern "C" fn store_keys(count: usize) -> *mut *mut c_char {
    let mut keys: Vec<*mut c_char> = Vec::with_capacity(count + 1);
    for i in 0..count {
        let Ok(key) = CString::new(format!("{i}")) else { continue };
        keys.push(key.into_raw());
    }
    keys.push(ptr::null_mut());
    let keys = std::mem::ManuallyDrop::new(keys.into_boxed_slice());
    keys.as_ptr() as *mut *mut c_char
}
#[no_mangle]
pub unsafe extern "C" fn store_keys_free(keys: *mut *mut c_char, count: usize) {
    let keys = Vec::from_raw_parts(keys, count + 1, count + 1);
    for key in keys {
        if !key.is_null() {
            drop(CString::from_raw(key));
        }
    }
}
