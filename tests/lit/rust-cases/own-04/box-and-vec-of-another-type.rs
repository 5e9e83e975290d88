// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
// Not all of it is seen yet: see docs/rust.md.
// XFAIL: *
//
// Box and Vec take the layout from their type and capacity.
pub fn slice_as_a_byte() {
    let data = vec![1u8, 2, 3];
    let raw = Box::into_raw(data.into_boxed_slice()) as *mut u8;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-04]
    drop(unsafe { Box::from_raw(raw) });
}

pub fn array_as_a_byte() {
    let raw = Box::into_raw(Box::new([1u8; 100])) as *mut u8;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-04]
    drop(unsafe { Box::from_raw(raw) });
}

pub fn words_as_bytes(len: usize) -> Vec<u8> {
    let mut words = std::mem::ManuallyDrop::new(vec![0u32; len]);
    let (p, n, c) = (words.as_mut_ptr(), words.len(), words.capacity());
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-04]
    unsafe { Vec::from_raw_parts(p as *mut u8, n * 4, c * 4) }
}

pub fn array_as_itself() {
    let raw = Box::into_raw(Box::new([1u8; 100])) as *mut u8;
    drop(unsafe { Box::from_raw(raw as *mut [u8; 100]) });
}
pub fn slice_as_itself() {
    let data = vec![1u8, 2, 3].into_boxed_slice();
    let len = data.len();
    let raw = Box::into_raw(data) as *mut u8;
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(raw, len)) });
}
// Same size, same alignment.
pub fn signed_as_unsigned(v: Vec<i32>) -> Vec<u32> {
    let mut v = std::mem::ManuallyDrop::new(v);
    unsafe { Vec::from_raw_parts(v.as_mut_ptr() as *mut u32, v.len(), v.capacity()) }
}
#[repr(transparent)]
pub struct Wrapper(pub u64);
pub fn transparent() -> u64 {
    let raw = Box::into_raw(Box::new(5u64)) as *mut Wrapper;
    unsafe { Box::from_raw(raw) }.0
}
