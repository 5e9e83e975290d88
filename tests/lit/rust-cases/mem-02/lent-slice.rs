// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// A slice made of a lent pointer is lent, too.
use std::os::raw::c_char;

extern "C" {
    fn getenv(name: *const c_char) -> *mut c_char;
    fn strlen(s: *const c_char) -> usize;
}

pub fn upper_case_in_place() {
    unsafe {
        let home = getenv(b"HOME\0".as_ptr().cast());
        if home.is_null() {
            return;
        }
        let bytes = std::slice::from_raw_parts_mut(home as *mut u8, strlen(home));
        if !bytes.is_empty() {
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'getenv'{{.*}}[custody.mem-02]
            bytes[0] = b'X';
        }
    }
}

pub fn through_a_reference() {
    unsafe {
        let home = getenv(b"HOME\0".as_ptr().cast());
        if let Some(first) = home.as_mut() {
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'getenv'{{.*}}[custody.mem-02]
            *first = 0;
        }
    }
}

pub fn looked_at() -> usize {
    unsafe {
        let home = getenv(b"HOME\0".as_ptr().cast());
        if home.is_null() {
            return 0;
        }
        let bytes = std::slice::from_raw_parts(home as *const u8, strlen(home));
        bytes.iter().filter(|b| **b == b'/').count()
    }
}
