use std::os::raw::c_int;

#[repr(C)]
pub struct Event {
    kind: c_int,
}
extern "C" {
    fn event(kind: c_int) -> *mut Event;
    fn event_done(e: *mut Event);
    fn dispatch(e: *mut Event);
    fn weigh(e: *const Event) -> c_int;
}

pub struct Owned(*mut Event);
impl Drop for Owned {
    fn drop(&mut self) {
        // CHECK: lib.rs:[[@LINE+1]]:{{[0-9]+}}: warning: 'event_done' releases {{.*}}'event' that 'dispatch' has already released{{.*}} [custody.{{ffi-07|own-01}}]
        unsafe { event_done(self.0) }
    }
}

// 'dispatch' of main.c releases the event.
pub fn dispatched_and_dropped() {
    let e = Owned(unsafe { event(1) });
    unsafe { dispatch(e.0) };
}

pub fn dispatched() {
    let e = std::mem::ManuallyDrop::new(Owned(unsafe { event(1) }));
    unsafe { dispatch(e.0) };
}
pub fn weighed() -> c_int {
    let e = Owned(unsafe { event(1) });
    unsafe { weigh(e.0) }
}
