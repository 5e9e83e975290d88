// RUN: %driver rust %s --format=text 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning:
//
// "Dynamic Memory: malloc/free vs Box/Vec": what Rust releases by itself.
pub fn box_demo() -> i32 {
    let b = Box::new(42);
    *b
}

pub fn vec_grow() -> usize {
    let mut v: Vec<i32> = Vec::new();
    for i in 0..10 {
        v.push(i * 10);
    }
    v.len() + v.capacity()
}

pub struct Resource {
    name: String,
}
impl Resource {
    pub fn new(name: &str) -> Self {
        Resource { name: String::from(name) }
    }
}
impl Drop for Resource {
    fn drop(&mut self) {
        println!("[{}] released", self.name);
    }
}
pub fn drop_demo() {
    let _a = Resource::new("A");
    {
        let _b = Resource::new("B");
        let _c = Resource::new("C");
    }
}

pub fn early_drop() -> usize {
    let data = vec![1, 2, 3, 4, 5];
    let n = data.len();
    drop(data);
    n
}

pub enum List {
    Cons(i32, Box<List>),
    Nil,
}
use List::{Cons, Nil};
impl List {
    pub fn push(self, value: i32) -> List {
        Cons(value, Box::new(self))
    }
    pub fn sum(&self) -> i32 {
        let mut current = self;
        let mut sum = 0;
        loop {
            match current {
                Cons(val, next) => {
                    sum += val;
                    current = next;
                }
                Nil => return sum,
            }
        }
    }
}
pub fn list() -> i32 {
    Nil.push(10).push(20).push(30).sum()
}

// The list of C, with raw pointers.
pub struct Node {
    value: i32,
    next: *mut Node,
}
pub fn push(head: *mut Node, value: i32) -> *mut Node {
    Box::into_raw(Box::new(Node { value, next: head }))
}
pub fn free_list(head: *mut Node) -> i32 {
    let mut sum = 0;
    let mut cur = head;
    while !cur.is_null() {
        let node = unsafe { Box::from_raw(cur) };
        sum += node.value;
        cur = node.next;
    }
    sum
}
pub fn raw_list() -> i32 {
    let mut head = std::ptr::null_mut();
    head = push(head, 10);
    head = push(head, 20);
    free_list(head)
}
