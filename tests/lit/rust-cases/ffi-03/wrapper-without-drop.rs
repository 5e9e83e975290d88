// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// A type that wraps an owned C pointer and has no Drop loses it wherever a value
// of it ends.
use std::os::raw::{c_char, c_int};

#[repr(C)]
pub struct Db {
    _private: [u8; 0],
}
extern "C" {
    fn db_open(path: *const c_char) -> *mut Db;
    fn db_close(db: *mut Db);
    fn db_count(db: *const Db) -> c_int;
}

pub struct NoDrop {
    db: *mut Db,
}
impl NoDrop {
    pub fn open(path: *const c_char) -> NoDrop {
        NoDrop { db: unsafe { db_open(path) } }
    }
    pub fn count(&self) -> c_int {
        unsafe { db_count(self.db) }
    }
}
pub fn count(path: *const c_char) -> c_int {
    let db = NoDrop::open(path);
    let n = db.count();
    if n > 7 {
        // CHECK: warning: {{.*}}'db_open'{{.*}}[custody.ffi-03]
        return 7;
    }
    n
}

pub struct WithDrop {
    db: *mut Db,
}
impl WithDrop {
    pub fn open(path: *const c_char) -> WithDrop {
        WithDrop { db: unsafe { db_open(path) } }
    }
    pub fn count(&self) -> c_int {
        unsafe { db_count(self.db) }
    }
}
impl Drop for WithDrop {
    fn drop(&mut self) {
        unsafe { db_close(self.db) }
    }
}
pub fn count_well(path: *const c_char) -> c_int {
    let db = WithDrop::open(path);
    let n = db.count();
    if n > 7 {
        return 7;
    }
    n
}

// Only looks: somebody else closes it.
#[derive(Clone, Copy)]
pub struct View {
    db: *const Db,
}
impl View {
    pub fn of(owner: &WithDrop) -> View {
        View { db: owner.db }
    }
    pub fn count(self) -> c_int {
        unsafe { db_count(self.db) }
    }
}
pub fn count_of_view(owner: &WithDrop) -> c_int {
    View::of(owner).count()
}

// A method that consumes it closes it.
pub struct Closing {
    db: *mut Db,
}
impl Closing {
    pub fn close(self) {
        unsafe { db_close(self.db) }
    }
}
pub fn closed_by_hand(path: *const c_char) -> c_int {
    let c = Closing { db: unsafe { db_open(path) } };
    let n = unsafe { db_count(c.db) };
    c.close();
    n
}
