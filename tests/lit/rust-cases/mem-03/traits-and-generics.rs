// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// The wrong releaser behind a trait: one report where it is called, with the
// types it is called with.
use std::os::raw::c_int;

#[repr(C)]
pub struct Cat {
    _private: [u8; 0],
}
extern "C" {
    fn cat_new() -> *mut Cat;
    fn cat_free(c: *mut Cat);
    fn cat_age(c: *const Cat) -> c_int;
    fn free(p: *mut Cat);
}

pub trait Release {
    unsafe fn release(&self, raw: *mut Cat);
}
pub struct ByFree;
impl Release for ByFree {
    unsafe fn release(&self, raw: *mut Cat) {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}'cat_new'{{.*}}'cat_free'{{.*}}[custody.mem-03]
        free(raw)
    }
}
pub struct ByCatFree;
impl Release for ByCatFree {
    unsafe fn release(&self, raw: *mut Cat) {
        cat_free(raw)
    }
}

pub struct Owned<R: Release> {
    raw: *mut Cat,
    by: R,
}
impl<R: Release> Drop for Owned<R> {
    fn drop(&mut self) {
        unsafe { self.by.release(self.raw) }
    }
}
fn age<R: Release>(by: R) -> c_int {
    let cat = Owned { raw: unsafe { cat_new() }, by };
    unsafe { cat_age(cat.raw) }
}

pub fn wrong() -> c_int {
    age(ByFree)
}
pub fn right() -> c_int {
    age(ByCatFree)
}

// A generic adoption: into a Box of whatever it is.
unsafe fn adopt<T>(raw: *mut T) -> Box<T> {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'cat_new'{{.*}}[custody.mem-03]
    Box::from_raw(raw)
}
pub fn adopted_cat() -> Box<Cat> {
    unsafe { adopt(cat_new()) }
}
pub fn adopted_number() -> Box<u64> {
    unsafe { adopt(Box::into_raw(Box::new(5))) }
}

// A closure that releases what it has captured.
pub fn closure() -> c_int {
    let cat = unsafe { cat_new() };
    let age = unsafe { cat_age(cat) };
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}'cat_new'{{.*}}'cat_free'{{.*}}[custody.mem-03]
    let done = || unsafe { free(cat) };
    done();
    age
}
pub fn closure_well() -> c_int {
    let cat = unsafe { cat_new() };
    let age = unsafe { cat_age(cat) };
    let done = move || unsafe { cat_free(cat) };
    done();
    age
}
