// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// A handle of C has no Drop: each early return is a place to forget it.
use std::os::raw::{c_char, c_int};

#[repr(C)]
pub struct Db {
    _private: [u8; 0],
}
#[repr(C)]
pub struct FILE {
    _private: [u8; 0],
}
extern "C" {
    fn db_open(path: *const c_char) -> *mut Db;
    fn db_close(db: *mut Db);
    fn db_count(db: *const Db) -> c_int;
    fn fopen(path: *const c_char, mode: *const c_char) -> *mut FILE;
    fn fclose(f: *mut FILE) -> c_int;
    fn fgetc(f: *mut FILE) -> c_int;
}

pub fn early(path: *const c_char) -> i32 {
    unsafe {
        let db = db_open(path);
        if db.is_null() {
            return -1;
        }
        let n = db_count(db);
        if n < 0 {
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'db_open'{{.*}}'db_close'{{.*}}[custody.ffi-03]
            return -2;
        }
        db_close(db);
        n
    }
}

pub fn early_stream(path: *const c_char) -> Option<i32> {
    unsafe {
        let f = fopen(path, b"r\0".as_ptr().cast());
        if f.is_null() {
            return None;
        }
        let c = fgetc(f);
        if c < 0 {
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: a stream from 'fopen' is lost {{.*}}'fclose'{{.*}}[custody.ffi-03]
            return None;
        }
        fclose(f);
        Some(c)
    }
}

fn positive(n: c_int) -> Result<i32, String> {
    if n > 0 {
        Ok(n)
    } else {
        Err(format!("{n}"))
    }
}
pub fn question_mark(path: *const c_char) -> Result<i32, String> {
    unsafe {
        let db = db_open(path);
        if db.is_null() {
            return Err("none".to_string());
        }
        let n = db_count(db);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'db_open'{{.*}}'db_close'{{.*}}[custody.ffi-03]
        let n = positive(n)?;
        db_close(db);
        Ok(n)
    }
}

pub fn one_exit(path: *const c_char) -> Result<i32, String> {
    unsafe {
        let db = db_open(path);
        if db.is_null() {
            return Err("none".to_string());
        }
        let n = positive(db_count(db));
        db_close(db);
        n
    }
}

pub struct Handle(*mut Db);
impl Handle {
    pub fn open(path: *const c_char) -> Option<Handle> {
        let db = unsafe { db_open(path) };
        if db.is_null() {
            return None;
        }
        Some(Handle(db))
    }
    pub fn count(&self) -> c_int {
        unsafe { db_count(self.0) }
    }
}
impl Drop for Handle {
    fn drop(&mut self) {
        unsafe { db_close(self.0) }
    }
}
pub fn question_mark_with_drop(path: *const c_char) -> Result<i32, String> {
    let handle = Handle::open(path).ok_or("none")?;
    let n = positive(handle.count())?;
    Ok(n + 1)
}
