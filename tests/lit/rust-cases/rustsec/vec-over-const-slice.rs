// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// A vector made over a slice that is only borrowed: its owner releases it, too,
// or nobody ever may.
pub fn as_vec(bytes: &[u8]) -> Vec<u8> {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.{{mem-03|mem-02|ffi-07}}]
    unsafe { Vec::from_raw_parts(bytes.as_ptr() as *mut u8, bytes.len(), bytes.len()) }
}
pub fn of_a_constant() -> Vec<u8> {
    const TABLE: &[u8] = b"table";
    as_vec(TABLE)
}

pub fn of_another_vec() -> u8 {
    let data = vec![1u8, 2, 3];
    let slice: &[u8] = &data;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.{{mem-03|mem-02|ffi-07}}]
    let other = unsafe { Vec::from_raw_parts(slice.as_ptr() as *mut u8, slice.len(), slice.len()) };
    other[0] + data[0]
}

// The same, and nobody drops it: a view as a Vec.
pub fn view(bytes: &[u8]) -> usize {
    let v = std::mem::ManuallyDrop::new(unsafe {
        Vec::from_raw_parts(bytes.as_ptr() as *mut u8, bytes.len(), bytes.len())
    });
    v.iter().filter(|b| **b == 0).count()
}
pub fn copied(bytes: &[u8]) -> Vec<u8> {
    bytes.to_vec()
}
