// RUN: %driver rust %s --format=text 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning:
//
// User data goes to C as a pointer and comes back in the callback.
use std::os::raw::{c_int, c_void};

type Callback = extern "C" fn(*mut c_void) -> c_int;
type Destroy = extern "C" fn(*mut c_void);
extern "C" {
    fn timer_start(millis: c_int, call: Callback, user: *mut c_void) -> c_int;
    fn timer_start_full(millis: c_int, call: Callback, user: *mut c_void, done: Destroy) -> c_int;
    fn for_each(call: Callback, user: *mut c_void);
    fn timer_user_data(id: c_int) -> *mut c_void;
    fn timer_stop(id: c_int);
}

pub struct State {
    pub name: String,
    pub count: c_int,
}

extern "C" fn once(user: *mut c_void) -> c_int {
    let state = unsafe { Box::from_raw(user as *mut State) };
    state.count + state.name.len() as c_int
}
extern "C" fn each(user: *mut c_void) -> c_int {
    let state = unsafe { &mut *(user as *mut State) };
    state.count += 1;
    state.count
}
extern "C" fn destroy(user: *mut c_void) {
    if !user.is_null() {
        drop(unsafe { Box::from_raw(user as *mut State) });
    }
}

pub fn released_in_the_callback(name: &str) -> c_int {
    let state = Box::new(State { name: name.to_string(), count: 0 });
    unsafe { timer_start(10, once, Box::into_raw(state).cast()) }
}
pub fn released_by_destroy(name: &str) -> c_int {
    let state = Box::new(State { name: name.to_string(), count: 0 });
    unsafe { timer_start_full(10, each, Box::into_raw(state).cast(), destroy) }
}
pub fn taken_back_where_it_failed(name: &str) -> Result<c_int, String> {
    let raw = Box::into_raw(Box::new(State { name: name.to_string(), count: 0 }));
    let id = unsafe { timer_start(10, once, raw.cast()) };
    if id < 0 {
        let state = unsafe { Box::from_raw(raw) };
        return Err(state.name);
    }
    Ok(id)
}
pub fn borrowed_during_the_call() -> c_int {
    let mut state = State { name: String::new(), count: 0 };
    unsafe { for_each(each, &mut state as *mut State as *mut c_void) };
    state.count
}
pub fn asked_for_and_released(id: c_int) -> Option<Box<State>> {
    let raw = unsafe { timer_user_data(id) } as *mut State;
    unsafe { timer_stop(id) };
    if raw.is_null() {
        None
    } else {
        Some(unsafe { Box::from_raw(raw) })
    }
}

// A closure behind a pointer to a fat pointer.
extern "C" fn call_boxed(user: *mut c_void) -> c_int {
    let f = unsafe { Box::from_raw(user as *mut Box<dyn FnOnce() -> c_int>) };
    f()
}
pub fn boxed_closure(n: c_int) -> c_int {
    let f: Box<dyn FnOnce() -> c_int> = Box::new(move || n + 1);
    unsafe { timer_start(1, call_boxed, Box::into_raw(Box::new(f)) as *mut c_void) }
}

extern "C" fn trampoline<F: FnMut() -> c_int>(user: *mut c_void) -> c_int {
    let f = unsafe { &mut *(user as *mut F) };
    f()
}
fn each_with<F: FnMut() -> c_int>(mut f: F) {
    unsafe { for_each(trampoline::<F>, &mut f as *mut F as *mut c_void) }
}
pub fn closures(text: &str) -> usize {
    let mut all = Vec::new();
    each_with(|| {
        all.push(text.to_string());
        0
    });
    let mut n = 0;
    each_with(|| {
        n += 1;
        n
    });
    all.len()
}
