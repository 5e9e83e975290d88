// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// A Vec frees its buffer with Rust's allocator. A view of foreign memory is a slice.
extern "C" {
    fn malloc(size: usize) -> *mut u8;
    fn calloc(count: usize, size: usize) -> *mut u8;
    fn free(p: *mut u8);
    fn samples_create(count: usize) -> *mut f32;
    fn samples_free(s: *mut f32);
}

pub fn from_malloc(len: usize) -> Vec<u8> {
    unsafe {
        let ptr = malloc(len);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'malloc'{{.*}}[custody.mem-03]
        Vec::from_raw_parts(ptr, len, len)
    }
}

pub fn from_calloc(count: usize) -> Vec<u32> {
    let ptr = unsafe { calloc(count, 4) } as *mut u32;
    assert!(!ptr.is_null());
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'calloc'{{.*}}[custody.mem-03]
    unsafe { Vec::<u32>::from_raw_parts(ptr, count, count) }
}

pub fn from_a_library(count: usize) -> f32 {
    let samples = unsafe { samples_create(count) };
    if samples.is_null() {
        return 0.0;
    }
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'samples_create'{{.*}}'samples_free'{{.*}}[custody.mem-03]
    let all = unsafe { Vec::from_raw_parts(samples, count, count) };
    all.iter().sum()
}

// The pointer comes in as an argument; the caller below says from where.
fn wrap(ptr: *mut u8, len: usize) -> Vec<u8> {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'malloc'{{.*}}[custody.mem-03]
    unsafe { Vec::from_raw_parts(ptr, len, len) }
}
pub fn wrapped(len: usize) -> usize {
    let ptr = unsafe { malloc(len) };
    if ptr.is_null() {
        return 0;
    }
    wrap(ptr, len).len()
}

pub fn borrowed(count: usize) -> f32 {
    let samples = unsafe { samples_create(count) };
    if samples.is_null() {
        return 0.0;
    }
    let sum = unsafe { std::slice::from_raw_parts(samples, count) }.iter().sum();
    unsafe { samples_free(samples) };
    sum
}

pub fn copied(len: usize) -> Vec<u8> {
    unsafe {
        let ptr = malloc(len);
        if ptr.is_null() {
            return Vec::new();
        }
        std::ptr::write_bytes(ptr, 0, len);
        let result = std::slice::from_raw_parts(ptr, len).to_vec();
        free(ptr);
        result
    }
}

pub fn good_slice(ptr: *const u8, len: usize) -> &'static [u8] {
    unsafe { std::slice::from_raw_parts(ptr, len) }
}

pub fn round_trip(v: Vec<u16>) -> Vec<u16> {
    let mut v = std::mem::ManuallyDrop::new(v);
    let (ptr, len, cap) = (v.as_mut_ptr(), v.len(), v.capacity());
    unsafe { Vec::from_raw_parts(ptr, len, cap) }
}

pub fn round_trip_with_forget(mut v: Vec<u16>) -> Vec<u16> {
    let (ptr, len, cap) = (v.as_mut_ptr(), v.len(), v.capacity());
    std::mem::forget(v);
    unsafe { Vec::from_raw_parts(ptr, len, cap) }
}
