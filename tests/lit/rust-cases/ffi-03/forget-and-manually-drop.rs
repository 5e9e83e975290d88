// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// mem::forget and ManuallyDrop say that somebody else releases.
use std::mem::{forget, ManuallyDrop};
use std::os::raw::c_int;

#[repr(C)]
pub struct Lock {
    _private: [u8; 0],
}
extern "C" {
    fn lock_new() -> *mut Lock;
    fn lock_free(l: *mut Lock);
    fn lock_state(l: *const Lock) -> c_int;
    fn queue_push(data: *mut u8, len: usize, capacity: usize);
}

pub struct Guard(*mut Lock);
impl Drop for Guard {
    fn drop(&mut self) {
        unsafe { lock_free(self.0) }
    }
}

pub fn never_dropped() -> c_int {
    let guard = ManuallyDrop::new(Guard(unsafe { lock_new() }));
    let state = unsafe { lock_state(guard.0) };
    if state > 7 {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'lock_new'{{.*}}'lock_free'{{.*}}[custody.ffi-03]
        return 7;
    }
    drop(ManuallyDrop::into_inner(guard));
    state
}

pub fn dropped_by_hand() -> c_int {
    let mut guard = ManuallyDrop::new(Guard(unsafe { lock_new() }));
    let state = unsafe { lock_state(guard.0) };
    unsafe { ManuallyDrop::drop(&mut guard) };
    state
}

pub fn forgotten_after_giving_up() -> *mut Lock {
    let guard = Guard(unsafe { lock_new() });
    let raw = guard.0;
    forget(guard);
    raw
}

pub fn vec_given_away(len: usize) {
    let mut data = vec![0u8; len];
    let (ptr, len, capacity) = (data.as_mut_ptr(), data.len(), data.capacity());
    forget(data);
    unsafe { queue_push(ptr, len, capacity) };
}

pub fn vec_given_away_with_manually_drop(len: usize) {
    let mut data = ManuallyDrop::new(vec![0u8; len]);
    unsafe { queue_push(data.as_mut_ptr(), data.len(), data.capacity()) };
}
