use std::os::raw::{c_int, c_void};

pub struct Job {
    pub id: c_int,
}
extern "C" {
    fn finish(job: *mut c_void);
    fn look(job: *const c_void) -> c_int;
    fn buffer(size: usize) -> *mut c_void;
    fn free(p: *mut c_void);
}

#[no_mangle]
pub extern "C" fn job(id: c_int) -> *mut Job {
    Box::into_raw(Box::new(Job { id }))
}
#[no_mangle]
pub unsafe extern "C" fn job_done(job: *mut Job) {
    if !job.is_null() {
        drop(Box::from_raw(job));
    }
}
#[no_mangle]
pub unsafe extern "C" fn swallow(p: *mut c_void) {
    free(p);
}

// 'finish' of main.c calls job_done.
pub fn finished_there_and_here() {
    let raw = Box::into_raw(Box::new(Job { id: 1 }));
    unsafe { finish(raw.cast()) };
    // CHECK: lib.rs:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}} [custody.ffi-07]
    drop(unsafe { Box::from_raw(raw) });
}

pub fn freed_twice() {
    let p = unsafe { buffer(8) };
    if p.is_null() {
        return;
    }
    unsafe {
        free(p);
        // CHECK: lib.rs:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}} [custody.own-01]
        free(p);
    }
}

pub fn finished_there() -> c_int {
    let raw = Box::into_raw(Box::new(Job { id: 1 }));
    let id = unsafe { look(raw.cast()) };
    unsafe { finish(raw.cast()) };
    id
}
