// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// CString::from_raw takes back what CString::into_raw gave, and nothing else.
use std::ffi::{CStr, CString};
use std::os::raw::c_char;

extern "C" {
    fn strdup(s: *const c_char) -> *mut c_char;
    fn free(p: *mut c_char);
    fn title_create() -> *mut c_char;
    fn title_free(s: *mut c_char);
    fn shout(s: *mut c_char);
}

pub fn from_strdup(text: &CStr) -> CString {
    unsafe {
        let copy = strdup(text.as_ptr());
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'strdup'{{.*}}[custody.mem-03]
        CString::from_raw(copy)
    }
}

pub fn from_a_library() -> Option<String> {
    let title = unsafe { title_create() };
    if title.is_null() {
        return None;
    }
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'title_create'{{.*}}'title_free'{{.*}}[custody.mem-03]
    let title = unsafe { CString::from_raw(title) };
    title.into_string().ok()
}

// One allocation, two sides: what the condition says decides.
pub fn on_one_path(text: &CStr, ours: bool) {
    let p = if ours {
        text.to_owned().into_raw()
    } else {
        unsafe { strdup(text.as_ptr()) }
    };
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'strdup'{{.*}}[custody.mem-03]
    drop(unsafe { CString::from_raw(p) });
}

pub fn on_each_path_its_own(text: &CStr, ours: bool) {
    let p = if ours {
        text.to_owned().into_raw()
    } else {
        unsafe { strdup(text.as_ptr()) }
    };
    if ours {
        drop(unsafe { CString::from_raw(p) });
    } else {
        unsafe { free(p) };
    }
}

pub fn copied() -> Option<String> {
    unsafe {
        let title = title_create();
        if title.is_null() {
            return None;
        }
        let copy = CStr::from_ptr(title).to_owned();
        title_free(title);
        copy.into_string().ok()
    }
}

pub fn lent_and_taken_back(text: &str) -> Option<CString> {
    let raw = CString::new(text).ok()?.into_raw();
    unsafe {
        shout(raw);
        Some(CString::from_raw(raw))
    }
}
