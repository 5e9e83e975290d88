use std::os::raw::{c_int, c_void};

type Call = extern "C" fn(*mut c_void) -> c_int;
extern "C" {
    fn run_once(call: Call, user: *mut c_void) -> c_int;
    fn run_and_free(call: Call, user: *mut c_void) -> c_int;
    fn free(p: *mut c_void);
}

pub struct State {
    pub n: c_int,
}
extern "C" fn look(user: *mut c_void) -> c_int {
    unsafe { (*(user as *mut State)).n }
}

// What C calls with data of its own; it is freed here.
#[no_mangle]
pub extern "C" fn with_user(call: Call, user: *mut c_void) -> c_int {
    let n = call(user);
    unsafe { free(user) };
    n
}

pub fn freed_by_c() -> c_int {
    let raw = Box::into_raw(Box::new(State { n: 1 }));
    // CHECK: lib.rs:[[@LINE+1]]:{{[0-9]+}}: warning: 'run_and_free' releases {{.*}} [custody.mem-03]
    unsafe { run_and_free(look, raw.cast()) }
}

pub fn lent_to_c() -> c_int {
    let mut state = State { n: 1 };
    unsafe { run_once(look, &mut state as *mut State as *mut c_void) }
}
pub fn taken_back() -> c_int {
    let raw = Box::into_raw(Box::new(State { n: 1 }));
    let n = unsafe { run_once(look, raw.cast()) };
    drop(unsafe { Box::from_raw(raw) });
    n
}
