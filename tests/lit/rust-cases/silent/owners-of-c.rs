// RUN: %driver rust %s --format=text 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning:
//
// Wrappers of C libraries as crates write them.
use std::ffi::{CStr, CString};
use std::os::raw::{c_char, c_int, c_void};
use std::ptr;
use std::rc::Rc;

#[repr(C)]
pub struct sqlite3 {
    _private: [u8; 0],
}
#[repr(C)]
pub struct sqlite3_stmt {
    _private: [u8; 0],
}
extern "C" {
    fn sqlite3_open(path: *const c_char, db: *mut *mut sqlite3) -> c_int;
    fn sqlite3_close(db: *mut sqlite3) -> c_int;
    fn sqlite3_errmsg(db: *mut sqlite3) -> *const c_char;
    fn sqlite3_prepare_v2(
        db: *mut sqlite3,
        sql: *const c_char,
        len: c_int,
        stmt: *mut *mut sqlite3_stmt,
        tail: *mut *const c_char,
    ) -> c_int;
    fn sqlite3_step(stmt: *mut sqlite3_stmt) -> c_int;
    fn sqlite3_finalize(stmt: *mut sqlite3_stmt) -> c_int;
    fn realpath(path: *const c_char, out: *mut c_char) -> *mut c_char;
    fn free(p: *mut c_void);
}

struct Inner(*mut sqlite3);
impl Drop for Inner {
    fn drop(&mut self) {
        unsafe { sqlite3_close(self.0) };
    }
}

#[derive(Clone)]
pub struct Connection {
    inner: Rc<Inner>,
}
impl Connection {
    pub fn open(path: &str) -> Result<Connection, String> {
        let path = CString::new(path).map_err(|e| e.to_string())?;
        let mut db = ptr::null_mut();
        let status = unsafe { sqlite3_open(path.as_ptr(), &mut db) };
        let inner = Inner(db);
        if status != 0 {
            let text = unsafe { CStr::from_ptr(sqlite3_errmsg(inner.0)) };
            return Err(text.to_string_lossy().into_owned());
        }
        Ok(Connection { inner: Rc::new(inner) })
    }
    pub fn prepare(&self, sql: &str) -> Result<Statement, c_int> {
        let sql = CString::new(sql).map_err(|_| -1)?;
        let mut stmt = ptr::null_mut();
        let status = unsafe { sqlite3_prepare_v2(self.inner.0, sql.as_ptr(), -1, &mut stmt, ptr::null_mut()) };
        if status != 0 {
            return Err(status);
        }
        Ok(Statement { stmt, connection: self.clone() })
    }
}
pub struct Statement {
    stmt: *mut sqlite3_stmt,
    pub connection: Connection,
}
impl Statement {
    pub fn step(&mut self) -> bool {
        unsafe { sqlite3_step(self.stmt) == 100 }
    }
    pub fn finalize(self) -> c_int {
        let stmt = std::mem::ManuallyDrop::new(self);
        let status = unsafe { sqlite3_finalize(stmt.stmt) };
        // What the type owns besides is dropped by hand.
        drop(unsafe { ptr::read(&stmt.connection) });
        status
    }
}
impl Drop for Statement {
    fn drop(&mut self) {
        unsafe { sqlite3_finalize(self.stmt) };
    }
}
pub fn rows(path: &str) -> Result<usize, String> {
    let db = Connection::open(path)?;
    let mut stmt = db.prepare("select 1").map_err(|n| n.to_string())?;
    let mut n = 0;
    while stmt.step() {
        n += 1;
    }
    Ok(n)
}

/// Memory of malloc that Rust looks into.
pub struct Malloced(*mut c_char);
impl std::ops::Deref for Malloced {
    type Target = CStr;
    fn deref(&self) -> &CStr {
        unsafe { CStr::from_ptr(self.0) }
    }
}
impl Drop for Malloced {
    fn drop(&mut self) {
        unsafe { free(self.0.cast()) }
    }
}
pub fn absolute(path: &CStr) -> Option<String> {
    let raw = unsafe { realpath(path.as_ptr(), ptr::null_mut()) };
    if raw.is_null() {
        return None;
    }
    let absolute = Malloced(raw);
    Some(absolute.to_string_lossy().into_owned())
}

// With a guard made on the spot.
struct OnDrop<F: FnMut()>(F);
impl<F: FnMut()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)()
    }
}
pub fn guarded(path: &CStr) -> Option<usize> {
    let raw = unsafe { realpath(path.as_ptr(), ptr::null_mut()) };
    let _guard = OnDrop(|| unsafe { free(raw.cast()) });
    if raw.is_null() {
        return None;
    }
    Some(unsafe { CStr::from_ptr(raw) }.to_bytes().len())
}
