// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// What a library or the process only lends is neither written nor released.
use std::ffi::{CStr, CString};
use std::os::raw::{c_char, c_void};

extern "C" {
    fn getenv(name: *const c_char) -> *mut c_char;
    fn sqlite3_libversion() -> *const c_char;
    fn free(p: *mut c_void);
    fn theme_name() -> *const c_char;
}

pub fn written() {
    unsafe {
        let home = getenv(b"HOME\0".as_ptr().cast());
        if !home.is_null() {
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'getenv'{{.*}}[custody.mem-02]
            *home = b'x' as c_char;
        }
    }
}

pub fn written_by_method() {
    let home = unsafe { getenv(b"HOME\0".as_ptr().cast()) };
    if home.is_null() {
        return;
    }
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'getenv'{{.*}}[custody.mem-02]
    unsafe { home.write(0) };
}

pub fn const_cast_away() {
    let version = unsafe { sqlite3_libversion() } as *mut c_char;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'sqlite3_libversion'{{.*}}[custody.mem-02]
    unsafe { *version = b'4' as c_char };
}

pub fn released() {
    unsafe {
        let path = getenv(b"PATH\0".as_ptr().cast());
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}'getenv' only lends; {{.*}}[custody.mem-02]
        free(path.cast());
    }
}

pub fn adopted() -> Option<CString> {
    let user = unsafe { getenv(b"USER\0".as_ptr().cast()) };
    if user.is_null() {
        return None;
    }
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'getenv' only lends; {{.*}}[custody.mem-02]
    Some(unsafe { CString::from_raw(user) })
}

// A foreign result that is 'const' is lent, whatever the function is.
pub fn adopted_theme() -> CString {
    let name = unsafe { theme_name() };
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'theme_name'{{.*}}[custody.{{mem-02|mem-03}}]
    unsafe { CString::from_raw(name as *mut c_char) }
}

pub fn read() -> Option<String> {
    let home = unsafe { getenv(b"HOME\0".as_ptr().cast()) };
    if home.is_null() {
        return None;
    }
    let home = unsafe { CStr::from_ptr(home) };
    Some(home.to_string_lossy().into_owned())
}

pub fn changed_copy() -> Option<Vec<u8>> {
    let home = unsafe { getenv(b"HOME\0".as_ptr().cast()) };
    if home.is_null() {
        return None;
    }
    let mut copy = unsafe { CStr::from_ptr(home) }.to_bytes().to_vec();
    if let Some(first) = copy.first_mut() {
        *first = b'x';
    }
    Some(copy)
}

pub fn version() -> &'static CStr {
    unsafe { CStr::from_ptr(sqlite3_libversion()) }
}
pub fn theme() -> String {
    unsafe { CStr::from_ptr(theme_name()) }.to_string_lossy().into_owned()
}
