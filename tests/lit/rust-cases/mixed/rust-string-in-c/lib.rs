use std::ffi::CString;
use std::os::raw::c_char;

#[no_mangle]
pub extern "C" fn greeting() -> *mut c_char {
    match CString::new("Hello from Rust") {
        Ok(text) => text.into_raw(),
        Err(_) => std::ptr::null_mut(),
    }
}

#[no_mangle]
pub extern "C" fn greeted(text: *mut c_char) {
    if !text.is_null() {
        drop(unsafe { CString::from_raw(text) });
    }
}

#[no_mangle]
pub extern "C" fn motto() -> *const c_char {
    b"no leaks\0".as_ptr().cast()
}
