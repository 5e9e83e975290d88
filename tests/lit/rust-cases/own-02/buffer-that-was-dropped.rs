// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// The buffer of a String goes with it.
pub fn string_dropped(n: u32) -> u8 {
    let text = n.to_string();
    let p = text.as_ptr();
    drop(text);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.own-02]
    unsafe { *p }
}

pub fn used_before(n: u32) -> u8 {
    let text = n.to_string();
    let p = text.as_ptr();
    let first = unsafe { *p };
    drop(text);
    first
}
