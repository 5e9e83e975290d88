// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// Vec and String taken apart with into_raw_parts, and put together or not.
extern "C" {
    fn free(p: *mut u8);
    fn send(data: *const u8, len: usize);
    fn send_and_keep(data: *mut u8, len: usize, capacity: usize);
}

pub fn freed_by_c(v: Vec<u8>) {
    let (ptr, len, _) = v.into_raw_parts();
    unsafe {
        send(ptr, len);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}[custody.mem-03]
        free(ptr);
    }
}

pub fn put_together_twice(v: Vec<u8>) -> usize {
    let (ptr, len, cap) = v.into_raw_parts();
    let a = unsafe { Vec::from_raw_parts(ptr, len, cap) };
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
    let b = unsafe { Vec::from_raw_parts(ptr, len, cap) };
    a.len() + b.len()
}

pub fn lost(v: Vec<u8>) -> usize {
    let (ptr, len, cap) = v.into_raw_parts();
    if len > 7 {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}into_raw_parts{{.*}}[custody.ffi-03]
        return 7;
    }
    drop(unsafe { Vec::from_raw_parts(ptr, len, cap) });
    len
}

pub fn vec(v: Vec<u8>) -> Vec<u8> {
    let (ptr, len, cap) = v.into_raw_parts();
    unsafe {
        send(ptr, len);
        Vec::from_raw_parts(ptr, len, cap)
    }
}
pub fn string(s: String) -> String {
    let (ptr, len, cap) = s.into_raw_parts();
    unsafe { String::from_raw_parts(ptr, len, cap) }
}
// The bytes of a String are a Vec's.
pub fn string_as_vec(s: String) -> Vec<u8> {
    let (ptr, len, cap) = s.into_raw_parts();
    unsafe { Vec::from_raw_parts(ptr, len, cap) }
}
pub fn handed_over(v: Vec<u8>) {
    let (ptr, len, cap) = v.into_raw_parts();
    unsafe { send_and_keep(ptr, len, cap) };
}
