// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// User data that the callback releases is not released here, too.
use std::os::raw::{c_int, c_void};

pub struct State {
    pub count: c_int,
}

extern "C" fn finish(user: *mut c_void) {
    drop(unsafe { Box::from_raw(user as *mut State) });
}

// The callback is called here; what it does is in sight.
fn run(call: extern "C" fn(*mut c_void), user: *mut c_void) {
    call(user);
}

pub fn released_twice() {
    let raw = Box::into_raw(Box::new(State { count: 1 }));
    run(finish, raw.cast());
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
    drop(unsafe { Box::from_raw(raw) });
}

pub fn used_afterwards() -> c_int {
    let raw = Box::into_raw(Box::new(State { count: 1 }));
    run(finish, raw.cast());
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-02]
    unsafe { (*raw).count }
}

pub fn released_once() -> c_int {
    let raw = Box::into_raw(Box::new(State { count: 1 }));
    let count = unsafe { (*raw).count };
    run(finish, raw.cast());
    count
}
