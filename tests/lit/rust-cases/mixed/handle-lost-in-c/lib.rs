use std::os::raw::c_int;

pub struct Engine {
    speed: c_int,
}

#[no_mangle]
pub extern "C" fn ignite(speed: c_int) -> *mut Engine {
    if speed < 0 {
        return std::ptr::null_mut();
    }
    Box::into_raw(Box::new(Engine { speed }))
}
#[no_mangle]
pub unsafe extern "C" fn ignite_into(speed: c_int, out: *mut *mut Engine) -> c_int {
    if out.is_null() || speed < 0 {
        return -1;
    }
    *out = Box::into_raw(Box::new(Engine { speed }));
    0
}
#[no_mangle]
pub unsafe extern "C" fn rpm(engine: *const Engine) -> c_int {
    match engine.as_ref() {
        Some(e) => e.speed,
        None => 0,
    }
}
#[no_mangle]
pub unsafe extern "C" fn halt(engine: *mut Engine) {
    if !engine.is_null() {
        drop(Box::from_raw(engine));
    }
}
