// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// Clone copies the pointer, each copy takes it back: two Box::from_raw for one
// into_raw, without 'unsafe' at the caller (the kind of the advisory on metacall).
pub struct Value {
    raw: *mut u64,
}
impl Value {
    pub fn new(n: u64) -> Value {
        Value { raw: Box::into_raw(Box::new(n)) }
    }
    pub fn take(self) -> u64 {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}[custody.ffi-07]
        *unsafe { Box::from_raw(self.raw) }
    }
}
impl Clone for Value {
    fn clone(&self) -> Value {
        Value { raw: self.raw }
    }
}
pub fn bad() -> u64 {
    let a = Value::new(5);
    let b = a.clone();
    a.take() + b.take()
}
pub fn good() -> u64 {
    let a = Value::new(5);
    a.take()
}
