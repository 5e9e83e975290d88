//! A library for C, which says in its header who owns what. The names alone
//! would tell nobody.

use std::ffi::{CStr, CString};
use std::os::raw::c_char;

/// What drives.
pub struct Engine {
    label: Option<CString>,
    speed: i32,
    parts: Vec<Box<Part>>,
}

/// What an engine is made of.
pub struct Part {
    weight: i32,
}

/// Bytes, passed by value.
#[repr(C)]
pub struct Bytes {
    pub data: *mut u8,
    pub len: usize,
    pub capacity: usize,
}

/// Starts an engine.
/// cbindgen:prefix=CUSTODY_RETURNS(engine)
#[no_mangle]
pub extern "C" fn ignite(speed: i32) -> *mut Engine {
    Box::into_raw(Box::new(Engine { label: None, speed, parts: Vec::new() }))
}

/// Starts an engine, or says why not.
/// cbindgen:postfix=CUSTODY_OUT(out as engine)
#[no_mangle]
pub unsafe extern "C" fn ignite_into(speed: i32, out: *mut *mut Engine) -> bool {
    if speed < 0 || out.is_null() {
        return false;
    }
    *out = ignite(speed);
    true
}

/// The end of an engine and its parts.
/// cbindgen:postfix=CUSTODY_RELEASES(engine)
#[no_mangle]
pub unsafe extern "C" fn halt(engine: *mut Engine) {
    if !engine.is_null() {
        drop(Box::from_raw(engine));
    }
}

/// A part, which belongs to nobody yet.
/// cbindgen:prefix=CUSTODY_RETURNS(part)
#[no_mangle]
pub extern "C" fn forge(weight: i32) -> *mut Part {
    Box::into_raw(Box::new(Part { weight }))
}

/// The end of a part that no engine has.
/// cbindgen:postfix=CUSTODY_RELEASES(part)
#[no_mangle]
pub unsafe extern "C" fn melt(part: *mut Part) {
    if !part.is_null() {
        drop(Box::from_raw(part));
    }
}

/// The engine has the part from now on.
/// cbindgen:postfix=CUSTODY_ADOPTS(part as part)
#[no_mangle]
pub unsafe extern "C" fn fit(engine: *mut Engine, part: *mut Part) {
    if let Some(engine) = engine.as_mut() {
        engine.parts.push(Box::from_raw(part));
    }
}

/// A text of one's own.
/// cbindgen:prefix=CUSTODY_RETURNS(engine text)
#[no_mangle]
pub unsafe extern "C" fn describe(engine: *const Engine) -> *mut c_char {
    let Some(engine) = engine.as_ref() else { return std::ptr::null_mut() };
    let weight: i32 = engine.parts.iter().map(|p| p.weight).sum();
    match CString::new(format!("{} {weight}", engine.speed)) {
        Ok(text) => text.into_raw(),
        Err(_) => std::ptr::null_mut(),
    }
}

/// The end of such a text.
/// cbindgen:postfix=CUSTODY_RELEASES(engine text)
#[no_mangle]
pub unsafe extern "C" fn forget(text: *mut c_char) {
    if !text.is_null() {
        drop(CString::from_raw(text));
    }
}

/// A text that stays the engine's.
/// cbindgen:prefix=CUSTODY_BORROWS
#[no_mangle]
pub unsafe extern "C" fn label(engine: *mut Engine) -> *mut c_char {
    match engine.as_ref().and_then(|e| e.label.as_ref()) {
        Some(label) => label.as_ptr() as *mut c_char,
        None => std::ptr::null_mut(),
    }
}

/// Copies the text.
#[no_mangle]
pub unsafe extern "C" fn relabel(engine: *mut Engine, text: *const c_char) {
    if let Some(engine) = engine.as_mut() {
        engine.label = Some(CStr::from_ptr(text).to_owned());
    }
}

/// How fast it turns. What has no family is looked at.
#[no_mangle]
pub unsafe extern "C" fn rpm(engine: *const Engine) -> i32 {
    engine.as_ref().map_or(0, |e| e.speed)
}

/// Everything that is known of it.
/// cbindgen:prefix=CUSTODY_RETURNS(bytes)
#[no_mangle]
pub unsafe extern "C" fn record(engine: *const Engine) -> Bytes {
    let mut v = std::mem::ManuallyDrop::new(rpm(engine).to_le_bytes().to_vec());
    Bytes { data: v.as_mut_ptr(), len: v.len(), capacity: v.capacity() }
}

/// The end of such bytes.
/// cbindgen:postfix=CUSTODY_RELEASES(bytes)
#[no_mangle]
pub unsafe extern "C" fn erase(bytes: Bytes) {
    if !bytes.data.is_null() {
        drop(Vec::from_raw_parts(bytes.data, bytes.len, bytes.capacity));
    }
}

/// What turns under it.
pub struct Wheel {
    size: i32,
}

/// A wheel. Comments say what macros say.
/// custody: returns wheel
#[no_mangle]
pub extern "C" fn turn(size: i32) -> *mut Wheel {
    Box::into_raw(Box::new(Wheel { size }))
}

/// custody: releases wheel as wheel
#[no_mangle]
pub unsafe extern "C" fn stop(wheel: *mut Wheel, slowly: bool) -> i32 {
    if wheel.is_null() {
        return 0;
    }
    let wheel = Box::from_raw(wheel);
    wheel.size + i32::from(slowly)
}
