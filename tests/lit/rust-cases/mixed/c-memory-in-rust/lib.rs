use std::ffi::{CStr, CString};
use std::os::raw::{c_char, c_void};

#[repr(C)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}
extern "C" {
    fn origin() -> *mut Point;
    fn title() -> *mut c_char;
    fn forget_title(text: *mut c_char);
    fn free(p: *mut c_void);
}

pub fn boxed() -> i32 {
    let p = unsafe { origin() };
    if p.is_null() {
        return 0;
    }
    // CHECK: lib.rs:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'origin'{{.*}}'free'{{.*}} [custody.mem-03]
    let p = unsafe { Box::from_raw(p) };
    p.x + p.y
}

pub fn text() -> Option<String> {
    let raw = unsafe { title() };
    if raw.is_null() {
        return None;
    }
    // CHECK: lib.rs:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'title'{{.*}} [custody.mem-03]
    unsafe { CString::from_raw(raw) }.into_string().ok()
}

pub fn lost() -> i32 {
    let p = unsafe { origin() };
    if p.is_null() {
        return 0;
    }
    let x = unsafe { (*p).x };
    if x > 3 {
        // CHECK: lib.rs:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'origin' is lost {{.*}} [custody.ffi-03]
        return 3;
    }
    unsafe { free(p.cast()) };
    x
}

pub fn right() -> Option<String> {
    unsafe {
        let p = origin();
        free(p.cast());
        let raw = title();
        if raw.is_null() {
            return None;
        }
        let text = CStr::from_ptr(raw).to_str().ok().map(str::to_owned);
        forget_title(raw);
        text
    }
}
