// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// A method closes, and Drop closes once more.
use std::os::raw::c_int;

#[repr(C)]
pub struct Port {
    _private: [u8; 0],
}
extern "C" {
    fn port_open(number: c_int) -> *mut Port;
    fn port_close(p: *mut Port);
    fn port_read(p: *const Port) -> c_int;
}

pub struct Bad(*mut Port);
impl Bad {
    pub fn close(&mut self) {
        unsafe { port_close(self.0) }
    }
}
impl Drop for Bad {
    fn drop(&mut self) {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'port_close' releases {{.*}}'port_open' that 'port_close' has already released{{.*}}[custody.{{ffi-07|own-01}}]
        unsafe { port_close(self.0) }
    }
}
pub fn bad() {
    let mut port = Bad(unsafe { port_open(1) });
    port.close();
}

pub struct Good(*mut Port);
impl Good {
    pub fn close(&mut self) {
        if !self.0.is_null() {
            unsafe { port_close(self.0) }
            self.0 = std::ptr::null_mut();
        }
    }
    pub fn read(&self) -> c_int {
        unsafe { port_read(self.0) }
    }
}
impl Drop for Good {
    fn drop(&mut self) {
        self.close();
    }
}
pub fn good() -> c_int {
    let mut port = Good(unsafe { port_open(1) });
    let n = port.read();
    port.close();
    n
}

// The pointer may be gone: Option says so.
pub struct Optional(Option<*mut Port>);
impl Optional {
    pub fn close(&mut self) {
        if let Some(p) = self.0.take() {
            unsafe { port_close(p) }
        }
    }
}
impl Drop for Optional {
    fn drop(&mut self) {
        self.close();
    }
}
pub fn optional() {
    let mut port = Optional(Some(unsafe { port_open(1) }));
    port.close();
}

// Moved: only the last place drops.
pub fn moved() -> c_int {
    let a = Good(unsafe { port_open(1) });
    let b = a;
    let c = Some(b);
    match c {
        Some(port) => port.read(),
        None => 0,
    }
}
// Moved on one path only: a drop flag decides.
pub fn moved_on_one_path(keep: &mut Vec<Good>, n: c_int) {
    let port = Good(unsafe { port_open(n) });
    if n > 3 {
        keep.push(port);
    }
}
pub fn replaced() -> c_int {
    let mut port = Good(unsafe { port_open(1) });
    port = Good(unsafe { port_open(port.read()) });
    port.read()
}
