// RUN: %driver rust %s --format=text 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning:
//
// MyBox of "Manual Memory Management in Rust": all four steps, in a generic type
// that is used with three others.
use std::alloc::{alloc, dealloc, Layout};
use std::ops::{Deref, DerefMut};
use std::ptr::{self, NonNull};

pub struct MyBox<T> {
    ptr: NonNull<T>,
}

impl<T> MyBox<T> {
    pub fn new(value: T) -> Self {
        let layout = Layout::new::<T>();
        if layout.size() == 0 {
            return MyBox { ptr: NonNull::dangling() };
        }
        unsafe {
            let raw_ptr = alloc(layout);
            if raw_ptr.is_null() {
                std::alloc::handle_alloc_error(layout);
            }
            let typed_ptr = raw_ptr.cast::<T>();
            ptr::write(typed_ptr, value);
            MyBox { ptr: NonNull::new_unchecked(typed_ptr) }
        }
    }
}

impl<T> Deref for MyBox<T> {
    type Target = T;
    fn deref(&self) -> &Self::Target {
        unsafe { self.ptr.as_ref() }
    }
}

impl<T> DerefMut for MyBox<T> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        unsafe { self.ptr.as_mut() }
    }
}

impl<T> Drop for MyBox<T> {
    fn drop(&mut self) {
        let layout = Layout::new::<T>();
        if layout.size() == 0 {
            return;
        }
        unsafe {
            ptr::drop_in_place(self.ptr.as_mut());
            dealloc(self.ptr.as_ptr().cast::<u8>(), layout);
        }
    }
}

pub fn text() -> usize {
    let mut my_box = MyBox::new("Hello, manual memory!".to_string());
    my_box.push_str(" This is risky!");
    my_box.len()
}
pub fn number() -> u64 {
    let my_box = MyBox::new(7u64);
    *my_box + 1
}
pub fn nothing() {
    let _my_box = MyBox::new(());
}
pub fn moved(n: u64) -> Option<MyBox<u64>> {
    let my_box = MyBox::new(n);
    if *my_box > 3 {
        Some(my_box)
    } else {
        None
    }
}
