// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
// Not all of it is seen yet: see docs/rust.md.
// XFAIL: *
//
// The kind of RUSTSEC-2018-0013 (safe-transmute): length and capacity change
// places, so that the buffer goes back with another size.
pub fn bytes_of_words() -> Vec<u8> {
    let mut words = std::mem::ManuallyDrop::new(Vec::<u8>::with_capacity(64));
    words.push(1);
    let (p, len, capacity) = (words.as_mut_ptr(), 1, 64);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-04]
    unsafe { Vec::from_raw_parts(p, capacity, len) }
}
pub fn bytes_of_words_well() -> Vec<u8> {
    let mut words = std::mem::ManuallyDrop::new(Vec::<u8>::with_capacity(64));
    words.push(1);
    let (p, len, capacity) = (words.as_mut_ptr(), 1, 64);
    unsafe { Vec::from_raw_parts(p, len, capacity) }
}
