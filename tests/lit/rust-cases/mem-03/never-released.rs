// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// The stack, statics and literals came from no allocator.
extern "C" {
    fn free(p: *mut u8);
}

pub static TABLE: [u8; 4] = [1, 2, 3, 4];

pub fn boxed_local() -> u32 {
    let mut local = 7u32;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.mem-03]
    let b = unsafe { Box::from_raw(&mut local as *mut u32) };
    *b
}

pub fn vec_over_static() -> Vec<u8> {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.mem-03]
    unsafe { Vec::from_raw_parts(TABLE.as_ptr() as *mut u8, 4, 4) }
}

pub fn string_over_literal() -> String {
    let text = "literal";
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.mem-03]
    unsafe { String::from_raw_parts(text.as_ptr() as *mut u8, text.len(), text.len()) }
}

pub fn free_of_local() {
    let mut local = [0u8; 16];
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}[custody.mem-03]
    unsafe { free(local.as_mut_ptr()) };
}

pub fn good() -> (Vec<u8>, String, Box<u32>) {
    let local = 7u32;
    (TABLE.to_vec(), "literal".to_string(), Box::new(local))
}
