// RUN: %driver rust %s --format=text 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning:
//
// Owners inside Option, Result, tuples, arrays and enums of one's own.
use std::ffi::{CStr, CString, NulError};
use std::os::raw::{c_char, c_int};
use std::ptr::NonNull;

#[repr(C)]
pub struct Thing {
    _private: [u8; 0],
}
extern "C" {
    fn thing_new() -> *mut Thing;
    fn thing_free(t: *mut Thing);
    fn thing_size(t: *const Thing) -> c_int;
    fn thing_name(t: *const Thing) -> *const c_char;
    fn puts(s: *const c_char) -> c_int;
}

pub struct Owner(NonNull<Thing>);
impl Owner {
    pub fn new() -> Option<Owner> {
        NonNull::new(unsafe { thing_new() }).map(Owner)
    }
    pub fn size(&self) -> c_int {
        unsafe { thing_size(self.0.as_ptr()) }
    }
    pub fn name(&self) -> &CStr {
        unsafe { CStr::from_ptr(thing_name(self.0.as_ptr())) }
    }
    pub fn into_raw(self) -> *mut Thing {
        let raw = self.0.as_ptr();
        std::mem::forget(self);
        raw
    }
    pub unsafe fn from_raw(raw: *mut Thing) -> Option<Owner> {
        NonNull::new(raw).map(Owner)
    }
}
impl Drop for Owner {
    fn drop(&mut self) {
        unsafe { thing_free(self.0.as_ptr()) }
    }
}

pub fn question_mark() -> Option<c_int> {
    let owner = Owner::new()?;
    let second = Owner::new()?;
    Some(owner.size() + second.size())
}
pub fn if_let() -> c_int {
    if let Some(owner) = Owner::new() {
        owner.size()
    } else {
        -1
    }
}
pub fn let_else() -> c_int {
    let Some(owner) = Owner::new() else { return -1 };
    owner.size()
}
pub fn mapped() -> c_int {
    Owner::new().map(|o| o.size()).unwrap_or(-1)
}
pub fn and_then() -> Option<String> {
    Owner::new().and_then(|o| o.name().to_str().ok().map(str::to_owned))
}
pub fn taken_out_and_put_back() -> Option<c_int> {
    let raw = Owner::new()?.into_raw();
    let owner = unsafe { Owner::from_raw(raw) }?;
    Some(owner.size())
}
pub fn in_a_tuple() -> Option<c_int> {
    let (a, b) = (Owner::new()?, Owner::new());
    Some(a.size() + b.map_or(0, |b| b.size()))
}
pub fn in_an_array() -> c_int {
    let all = [Owner::new(), Owner::new(), None];
    all.iter().flatten().map(|o| o.size()).sum()
}
pub fn replaced_in_place() -> Option<c_int> {
    let mut slot = Owner::new();
    let old = slot.take();
    slot = Owner::new();
    let old = std::mem::replace(&mut slot, old);
    old.map(|o| o.size())
}

pub enum Message {
    Text(CString),
    Handle(Owner),
    Number(c_int),
}
pub fn message(kind: c_int, text: &str) -> Result<Message, NulError> {
    Ok(match kind {
        0 => Message::Text(CString::new(text)?),
        1 => match Owner::new() {
            Some(owner) => Message::Handle(owner),
            None => Message::Number(-1),
        },
        n => Message::Number(n),
    })
}
pub fn show(kind: c_int, text: &str) -> Result<c_int, NulError> {
    Ok(match message(kind, text)? {
        Message::Text(text) => unsafe { puts(text.as_ptr()) },
        Message::Handle(owner) => owner.size(),
        Message::Number(n) => n,
    })
}

pub fn raw_in_a_result(text: &str) -> Result<*mut c_char, NulError> {
    CString::new(text).map(CString::into_raw)
}
pub fn raw_in_an_option(text: &str) -> usize {
    let Some(raw) = CString::new(text).ok().map(CString::into_raw) else { return 0 };
    unsafe { CString::from_raw(raw) }.as_bytes().len()
}
