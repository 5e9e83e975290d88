// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// When realloc fails the old block is still there, and nobody knows where.
use std::alloc::Layout;

extern "C" {
    fn realloc(p: *mut u8, size: usize) -> *mut u8;
    fn free(p: *mut u8);
}

pub struct Buffer {
    data: *mut u8,
    len: usize,
}
impl Buffer {
    pub fn grow(&mut self, len: usize) -> bool {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'realloc' overwrites the only pointer {{.*}}[custody.own-06]
        self.data = unsafe { realloc(self.data, len) };
        self.len = len;
        !self.data.is_null()
    }

    pub fn grow_well(&mut self, len: usize) -> bool {
        let more = unsafe { realloc(self.data, len) };
        if more.is_null() {
            return false;
        }
        self.data = more;
        self.len = len;
        true
    }
}
impl Drop for Buffer {
    fn drop(&mut self) {
        unsafe { free(self.data) }
    }
}

// Where failing is the end of the program nothing is lost.
pub fn grow_or_die(p: *mut u8, old: Layout, size: usize) -> *mut u8 {
    let p = unsafe { std::alloc::realloc(p, old, size) };
    if p.is_null() {
        std::alloc::handle_alloc_error(old);
    }
    p
}
