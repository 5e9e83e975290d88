// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// The C of "Dynamic Memory", written in Rust with the functions of C.
extern "C" {
    fn malloc(size: usize) -> *mut i32;
    fn calloc(count: usize, size: usize) -> *mut i32;
    fn realloc(p: *mut i32, size: usize) -> *mut i32;
    fn free(p: *mut i32);
}

pub fn malloc_basic() -> i32 {
    unsafe {
        let p = malloc(4);
        if p.is_null() {
            return 1;
        }
        *p = 42;
        let n = *p;
        free(p);
        n
    }
}

pub fn calloc_realloc() -> i32 {
    unsafe {
        let mut arr = calloc(5, 4);
        if arr.is_null() {
            return 1;
        }
        let tmp = realloc(arr, 40);
        if tmp.is_null() {
            free(arr);
            return 1;
        }
        arr = tmp;
        for i in 5..10 {
            *arr.add(i) = i as i32;
        }
        free(arr);
        0
    }
}

pub fn realloc_of_the_only_pointer() -> i32 {
    unsafe {
        let mut arr = calloc(5, 4);
        if arr.is_null() {
            return 1;
        }
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'realloc' overwrites the only pointer {{.*}}[custody.own-06]
        arr = realloc(arr, 40);
        if arr.is_null() {
            return 1;
        }
        free(arr);
        0
    }
}

pub fn leaky(stop: bool) {
    unsafe {
        let p = malloc(1024);
        if p.is_null() {
            return;
        }
        *p = 42;
        if stop {
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: memory from 'malloc' is lost {{.*}}'free'{{.*}}[custody.ffi-03]
            return;
        }
        free(p);
    }
}

pub fn double_free() {
    unsafe {
        let p = malloc(4);
        if p.is_null() {
            return;
        }
        *p = 42;
        free(p);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' releases memory from 'malloc' that 'free' has already released{{.*}}[custody.own-01]
        free(p);
    }
}

pub fn free_of_null() {
    unsafe {
        let mut p = malloc(4);
        free(p);
        p = std::ptr::null_mut();
        free(p);
    }
}

pub fn ladder(n: usize) -> i32 {
    unsafe {
        let buf1 = malloc(n * 4);
        if buf1.is_null() {
            return -1;
        }
        let ret = 'out: {
            let buf2 = malloc(n * 4);
            if buf2.is_null() {
                break 'out -1;
            }
            for i in 0..n {
                *buf1.add(i) = i as i32;
                *buf2.add(i) = 2 * i as i32;
            }
            free(buf2);
            0
        };
        free(buf1);
        ret
    }
}
