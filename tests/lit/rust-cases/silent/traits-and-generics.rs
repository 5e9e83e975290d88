// RUN: %driver rust %s --format=text 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning:
//
// Drop through trait objects, generic owners and deleters that are types.
use std::collections::HashMap;
use std::marker::PhantomData;
use std::ops::Deref;
use std::os::raw::c_int;

#[repr(C)]
pub struct Cat {
    _private: [u8; 0],
}
#[repr(C)]
pub struct Dog {
    _private: [u8; 0],
}
extern "C" {
    fn cat_new() -> *mut Cat;
    fn cat_free(c: *mut Cat);
    fn cat_age(c: *const Cat) -> c_int;
    fn dog_create() -> *mut Dog;
    fn dog_destroy(d: *mut Dog);
    fn dog_age(d: *const Dog) -> c_int;
}

pub unsafe trait Release {
    unsafe fn release(raw: *mut Self);
}
unsafe impl Release for Cat {
    unsafe fn release(raw: *mut Cat) {
        cat_free(raw)
    }
}
unsafe impl Release for Dog {
    unsafe fn release(raw: *mut Dog) {
        dog_destroy(raw)
    }
}

pub struct Owned<T: Release> {
    raw: *mut T,
    marker: PhantomData<T>,
}
impl<T: Release> Owned<T> {
    pub unsafe fn adopt(raw: *mut T) -> Option<Self> {
        if raw.is_null() {
            None
        } else {
            Some(Owned { raw, marker: PhantomData })
        }
    }
}
impl<T: Release> Deref for Owned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { &*self.raw }
    }
}
impl<T: Release> Drop for Owned<T> {
    fn drop(&mut self) {
        unsafe { T::release(self.raw) }
    }
}

pub fn both() -> Option<c_int> {
    let cat = unsafe { Owned::adopt(cat_new()) }?;
    let dog = unsafe { Owned::adopt(dog_create()) }?;
    Some(unsafe { cat_age(&*cat) + dog_age(&*dog) })
}

pub trait Animal {
    fn age(&self) -> c_int;
}
impl Animal for Owned<Cat> {
    fn age(&self) -> c_int {
        unsafe { cat_age(self.raw) }
    }
}
impl Animal for Owned<Dog> {
    fn age(&self) -> c_int {
        unsafe { dog_age(self.raw) }
    }
}
pub fn boxed_animals() -> c_int {
    let mut all: Vec<Box<dyn Animal>> = Vec::new();
    if let Some(cat) = unsafe { Owned::adopt(cat_new()) } {
        all.push(Box::new(cat));
    }
    if let Some(dog) = unsafe { Owned::adopt(dog_create()) } {
        all.push(Box::new(dog));
    }
    all.iter().map(|a| a.age()).sum()
}
fn oldest(all: &[Box<dyn Animal>]) -> Option<&dyn Animal> {
    all.iter().map(|a| a.as_ref()).max_by_key(|a| a.age())
}
pub fn borrowed() -> c_int {
    let all: Vec<Box<dyn Animal>> = Vec::new();
    oldest(&all).map_or(0, |a| a.age())
}

pub struct Cache<K> {
    by_key: HashMap<K, Owned<Cat>>,
}
impl<K: std::hash::Hash + Eq> Cache<K> {
    pub fn get(&mut self, key: K) -> Option<&Owned<Cat>> {
        if !self.by_key.contains_key(&key) {
            return None;
        }
        self.by_key.get(&key)
    }
    pub fn add(&mut self, key: K) -> bool {
        match unsafe { Owned::adopt(cat_new()) } {
            Some(cat) => self.by_key.insert(key, cat).is_none(),
            None => false,
        }
    }
}

// A trait object as a thin pointer, as for C.
#[no_mangle]
pub extern "C" fn animal_new() -> *mut Box<dyn Animal> {
    match unsafe { Owned::adopt(cat_new()) } {
        Some(cat) => Box::into_raw(Box::new(Box::new(cat))),
        None => std::ptr::null_mut(),
    }
}
#[no_mangle]
pub unsafe extern "C" fn animal_free(raw: *mut Box<dyn Animal>) {
    if !raw.is_null() {
        drop(Box::from_raw(raw));
    }
}
