// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// dealloc gives back what alloc gave, not what malloc gave; and an owner of C
// memory releases it with the function of its library.
use std::alloc::{dealloc, Layout};

#[repr(C)]
pub struct Image {
    _private: [u8; 0],
}
extern "C" {
    fn malloc(size: usize) -> *mut u8;
    fn free(p: *mut u8);
    fn image_create(width: u32, height: u32) -> *mut Image;
    fn image_destroy(image: *mut Image);
    fn image_width(image: *const Image) -> u32;
}

pub fn dealloc_of_malloc() {
    unsafe {
        let p = malloc(64);
        if p.is_null() {
            return;
        }
        p.write(1);
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'malloc'{{.*}}[custody.mem-03]
        dealloc(p, Layout::from_size_align_unchecked(64, 8));
    }
}

pub struct Wrong(*mut Image);
impl Drop for Wrong {
    fn drop(&mut self) {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'free' {{.*}}'image_create'{{.*}}'image_destroy'{{.*}}[custody.mem-03]
        unsafe { free(self.0 as *mut u8) };
    }
}
pub fn width_of_wrong() -> u32 {
    let image = Wrong(unsafe { image_create(8, 8) });
    unsafe { image_width(image.0) }
}

pub struct Right(*mut Image);
impl Drop for Right {
    fn drop(&mut self) {
        unsafe { image_destroy(self.0) };
    }
}
pub fn width_of_right() -> u32 {
    let image = Right(unsafe { image_create(8, 8) });
    unsafe { image_width(image.0) }
}
