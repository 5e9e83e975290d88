// RUN: %driver rust %s --format=text 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning:
//
// Structures with raw pointers, all of them Rust's own memory.
use std::marker::PhantomData;
use std::mem;
use std::ptr::{self, NonNull};

pub struct Node<T> {
    value: T,
    next: *mut Node<T>,
    prev: *mut Node<T>,
}
pub struct Deque<T> {
    head: *mut Node<T>,
    tail: *mut Node<T>,
    marker: PhantomData<Box<Node<T>>>,
}
impl<T> Deque<T> {
    pub fn new() -> Self {
        Deque { head: ptr::null_mut(), tail: ptr::null_mut(), marker: PhantomData }
    }
    pub fn push_back(&mut self, value: T) {
        let node = Box::into_raw(Box::new(Node { value, next: ptr::null_mut(), prev: self.tail }));
        if self.tail.is_null() {
            self.head = node;
        } else {
            unsafe { (*self.tail).next = node };
        }
        self.tail = node;
    }
    pub fn pop_front(&mut self) -> Option<T> {
        if self.head.is_null() {
            return None;
        }
        let node = unsafe { Box::from_raw(self.head) };
        self.head = node.next;
        if self.head.is_null() {
            self.tail = ptr::null_mut();
        } else {
            unsafe { (*self.head).prev = ptr::null_mut() };
        }
        Some(node.value)
    }
}
impl<T> Default for Deque<T> {
    fn default() -> Self {
        Self::new()
    }
}
impl<T> Drop for Deque<T> {
    fn drop(&mut self) {
        while self.pop_front().is_some() {}
    }
}
pub fn deque() -> usize {
    let mut d = Deque::new();
    d.push_back("a".to_string());
    d.push_back("b".to_string());
    d.pop_front().map_or(0, |s| s.len())
}

pub struct Stack<T> {
    head: Option<NonNull<Entry<T>>>,
}
struct Entry<T> {
    value: T,
    next: Option<NonNull<Entry<T>>>,
}
impl<T> Stack<T> {
    pub fn push(&mut self, value: T) {
        let entry = Box::new(Entry { value, next: self.head.take() });
        self.head = Some(NonNull::from(Box::leak(entry)));
    }
    pub fn pop(&mut self) -> Option<T> {
        self.head.take().map(|e| {
            let e = unsafe { Box::from_raw(e.as_ptr()) };
            self.head = e.next;
            e.value
        })
    }
}
impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        while self.pop().is_some() {}
    }
}
pub fn stack() -> u32 {
    let mut s = Stack { head: None };
    s.push(1u32);
    s.push(2u32);
    s.pop().unwrap_or(0)
}

// Uninitialized storage that is filled before it becomes a value.
pub fn array_of_strings() -> [String; 3] {
    let mut all: [mem::MaybeUninit<String>; 3] = [const { mem::MaybeUninit::uninit() }; 3];
    for (i, slot) in all.iter_mut().enumerate() {
        slot.write(i.to_string());
    }
    unsafe { mem::transmute::<_, [String; 3]>(all) }
}
pub fn swapped(a: &mut Box<u32>, b: &mut Box<u32>) {
    unsafe {
        let t = ptr::read(a);
        ptr::copy_nonoverlapping(b, a, 1);
        ptr::write(b, t);
    }
}
pub fn replaced(slot: &mut Box<u32>) -> u32 {
    let old = mem::replace(slot, Box::new(7));
    *old
}
pub fn once_only() -> &'static str {
    static CELL: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    CELL.get_or_init(|| "x".repeat(3))
}
