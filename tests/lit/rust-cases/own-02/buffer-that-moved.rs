// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
// Not all of it is seen yet: see docs/rust.md.
// XFAIL: *
//
// A Vec that grows may move its buffer.
pub fn pushed() -> u8 {
    let mut v = vec![1u8, 2, 3];
    let p = v.as_ptr();
    v.push(4);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-02]
    let first = unsafe { *p };
    first + v[0]
}

pub fn asked_again() -> u8 {
    let mut v = vec![1u8, 2, 3];
    v.push(4);
    let p = v.as_ptr();
    let first = unsafe { *p };
    first + v[0]
}
// The buffer stays where it is when the Vec moves.
pub fn moved() -> u8 {
    let v = vec![1u8, 2, 3];
    let p = v.as_ptr();
    let w = v;
    let first = unsafe { *p };
    first + w[0]
}
