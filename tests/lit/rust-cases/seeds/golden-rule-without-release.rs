// RUN: not %driver rust %s --rules=+own-07 --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
// Not all of it is seen yet: see docs/rust.md.
// XFAIL: *
//
// The bad example of "The Golden Rule": bytes that nobody can release. The rule
// is opt-in, as in C.
#[no_mangle]
pub extern "C" fn get_data() -> *mut u8 {
    let data = vec![1, 2, 3];
    // CHECK: warning: {{.*}}'get_data'{{.*}}[custody.own-07]
    Box::into_raw(data.into_boxed_slice()) as *mut u8
}

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
