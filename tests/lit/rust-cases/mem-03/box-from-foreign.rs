// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// A Box gives its memory back to Rust's allocator.
use std::os::raw::{c_int, c_void};

#[repr(C)]
pub struct Data {
    pub a: u32,
    pub b: u32,
}
#[repr(C)]
pub struct Engine {
    _private: [u8; 0],
}

extern "C" {
    fn malloc(size: usize) -> *mut c_void;
    fn free(p: *mut c_void);
    fn mmap(at: *mut c_void, len: usize, prot: c_int, flags: c_int, fd: c_int, offset: i64) -> *mut c_void;
    fn munmap(at: *mut c_void, len: usize) -> c_int;
    fn engine_new() -> *mut Engine;
    fn engine_free(e: *mut Engine);
    fn engine_start(e: *mut Engine) -> c_int;
    fn job_data(job: *mut c_void) -> *mut c_void;
}

pub fn from_malloc() -> u32 {
    unsafe {
        let p = malloc(std::mem::size_of::<Data>()) as *mut Data;
        if p.is_null() {
            return 0;
        }
        p.write(Data { a: 1, b: 2 });
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'malloc'{{.*}}'free'{{.*}}[custody.mem-03]
        let b = Box::from_raw(p);
        b.a + b.b
    }
}

pub fn from_a_library() -> Box<Engine> {
    let e = unsafe { engine_new() };
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'engine_new'{{.*}}'engine_free'{{.*}}[custody.mem-03]
    unsafe { Box::from_raw(e) }
}

fn bad_box(shared_ptr: *mut Data) -> Box<Data> {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'mmap'{{.*}}'munmap'{{.*}}[custody.mem-03]
    unsafe { Box::from_raw(shared_ptr) }
}
pub fn shared(fd: c_int) -> u32 {
    let p = unsafe { mmap(std::ptr::null_mut(), 4096, 3, 1, fd, 0) };
    if p as isize == -1 {
        return 0;
    }
    bad_box(p as *mut Data).a
}

pub struct Shared {
    at: *mut c_void,
}
impl Shared {
    pub fn new(fd: c_int) -> Option<Shared> {
        let at = unsafe { mmap(std::ptr::null_mut(), 4096, 3, 1, fd, 0) };
        if at as isize == -1 {
            None
        } else {
            Some(Shared { at })
        }
    }
    pub fn first(&self) -> u32 {
        unsafe { (*(self.at as *const Data)).a }
    }
}
impl Drop for Shared {
    fn drop(&mut self) {
        unsafe { munmap(self.at, 4096) };
    }
}
pub fn shared_well(fd: c_int) -> u32 {
    match Shared::new(fd) {
        Some(s) => s.first(),
        None => 0,
    }
}

pub fn malloc_well() -> u32 {
    unsafe {
        let p = malloc(std::mem::size_of::<Data>()) as *mut Data;
        if p.is_null() {
            return 0;
        }
        p.write(Data { a: 1, b: 2 });
        let sum = (*p).a + (*p).b;
        free(p.cast());
        sum
    }
}

pub fn library_well() -> c_int {
    unsafe {
        let e = engine_new();
        let started = engine_start(e);
        engine_free(e);
        started
    }
}

// What a library hands back is what Rust gave it: a 'void *' of user data.
pub fn user_data_comes_back(job: *mut c_void) -> u32 {
    let data = unsafe { Box::from_raw(job_data(job) as *mut Data) };
    data.a
}
// An argument of unknown origin.
#[no_mangle]
pub extern "C" fn data_free(data: *mut Data) {
    if !data.is_null() {
        drop(unsafe { Box::from_raw(data) });
    }
}
