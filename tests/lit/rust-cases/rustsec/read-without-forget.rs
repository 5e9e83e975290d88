// RUN: not %driver rust %s --format=text 2>&1 | FileCheck %s --implicit-check-not=warning:
//
// ptr::read moves out of a place, and the place is dropped as well (the kind of
// the advisory on bitchomp).
pub struct Holder {
    text: String,
}
impl Holder {
    pub fn inner(self) -> String {
        // CHECK: warning: {{.*}}[custody.{{ffi-07|own-01|own-02}}]
        unsafe { std::ptr::read(&self.text) }
    }
    pub fn inner_well(self) -> String {
        let this = std::mem::ManuallyDrop::new(self);
        unsafe { std::ptr::read(&this.text) }
    }
    pub fn inner_safely(self) -> String {
        self.text
    }
}
pub fn bad(n: u32) -> usize {
    Holder { text: n.to_string() }.inner().len()
}
pub fn good(n: u32) -> usize {
    Holder { text: n.to_string() }.inner_well().len() + Holder { text: n.to_string() }.inner_safely().len()
}
