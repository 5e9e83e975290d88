use std::ffi::{CStr, CString};
use std::os::raw::{c_char, c_int, c_void};

pub struct Database {
    connection: String,
}
extern "C" {
    fn log_line(text: *const c_char);
    fn upper_case(text: *const c_char) -> *mut c_char;
    fn free(p: *mut c_void);
}

#[no_mangle]
pub unsafe extern "C" fn db_open(conn: *const c_char) -> *mut Database {
    if conn.is_null() {
        return std::ptr::null_mut();
    }
    match CStr::from_ptr(conn).to_str() {
        Ok(conn) => Box::into_raw(Box::new(Database { connection: conn.to_string() })),
        Err(_) => std::ptr::null_mut(),
    }
}
#[no_mangle]
pub unsafe extern "C" fn db_close(db: *mut Database) {
    if !db.is_null() {
        drop(Box::from_raw(db));
    }
}
#[no_mangle]
pub unsafe extern "C" fn db_query(db: *mut Database, query: *const c_char) -> *mut c_char {
    let db = &*db;
    let upper = upper_case(query);
    if upper.is_null() {
        return std::ptr::null_mut();
    }
    let text = format!("{}: {}", db.connection, CStr::from_ptr(upper).to_string_lossy());
    free(upper.cast());
    match CString::new(text) {
        Ok(text) => {
            log_line(text.as_ptr());
            text.into_raw()
        }
        Err(_) => std::ptr::null_mut(),
    }
}
#[no_mangle]
pub unsafe extern "C" fn db_string_free(text: *mut c_char) {
    if !text.is_null() {
        drop(CString::from_raw(text));
    }
}
#[no_mangle]
pub unsafe extern "C" fn db_size(db: *const Database) -> c_int {
    db.as_ref().map_or(0, |db| db.connection.len() as c_int)
}
