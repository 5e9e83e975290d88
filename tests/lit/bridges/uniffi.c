// RUN: %verify %s
// RUN: %verify -x c++ %s
//
// A header as uniffi writes it for another language: every name says what it
// does, each library has its own allocator.
#include <stdint.h>
#include <stdlib.h>

#ifdef __cplusplus
extern "C" {
#endif
typedef struct RustBuffer {
  uint64_t capacity;
  uint64_t len;
  uint8_t *data;
} RustBuffer;
typedef struct ForeignBytes {
  int32_t len;
  const uint8_t *data;
} ForeignBytes;
typedef struct RustCallStatus {
  int8_t code;
  RustBuffer errorBuf;
} RustCallStatus;

void *uniffi_todo_fn_constructor_todolist_new(RustCallStatus *out_status);
void *uniffi_todo_fn_constructor_todolist_from_file(RustBuffer path, RustCallStatus *out_status);
void *uniffi_todo_fn_clone_todolist(void *ptr, RustCallStatus *out_status);
void uniffi_todo_fn_free_todolist(void *ptr, RustCallStatus *out_status);
void uniffi_todo_fn_method_todolist_add_item(void *ptr, RustBuffer item, RustCallStatus *out_status);
RustBuffer uniffi_todo_fn_method_todolist_get_last(void *ptr, RustCallStatus *out_status);
uint64_t uniffi_todo_fn_constructor_entry_new(RustCallStatus *out_status);
void uniffi_todo_fn_free_entry(uint64_t handle, RustCallStatus *out_status);
uint64_t uniffi_todo_fn_method_entry_age(uint64_t handle, RustCallStatus *out_status);
RustBuffer ffi_todo_rustbuffer_alloc(uint64_t size, RustCallStatus *out_status);
RustBuffer ffi_todo_rustbuffer_from_bytes(ForeignBytes bytes, RustCallStatus *out_status);
void ffi_todo_rustbuffer_free(RustBuffer buf, RustCallStatus *out_status);
RustBuffer ffi_todo_rustbuffer_reserve(RustBuffer buf, uint64_t additional, RustCallStatus *out_status);

RustBuffer ffi_mail_rustbuffer_alloc(uint64_t size, RustCallStatus *out_status);
void ffi_mail_rustbuffer_free(RustBuffer buf, RustCallStatus *out_status);
#ifdef __cplusplus
}
#endif

void freed(void) {
  RustCallStatus s = {0};
  void *t = uniffi_todo_fn_constructor_todolist_new(&s);
  free(t); // expected-warning {{'free' releases a handle from 'uniffi_todo_fn_constructor_todolist_new'; release it with 'uniffi_todo_fn_free_todolist' [custody.mem-03]}}
}
void twice(void) {
  RustCallStatus s = {0};
  void *t = uniffi_todo_fn_constructor_todolist_new(&s);
  uniffi_todo_fn_free_todolist(t, &s);
  uniffi_todo_fn_free_todolist(t, &s); // expected-warning {{that 'uniffi_todo_fn_free_todolist' has already released}}
}
// A method takes the handle that it is called with: hence the clone.
void consumed(RustBuffer item) {
  RustCallStatus s = {0};
  void *t = uniffi_todo_fn_constructor_todolist_new(&s);
  uniffi_todo_fn_method_todolist_add_item(t, item, &s);
  uniffi_todo_fn_free_todolist(t, &s); // expected-warning {{that 'uniffi_todo_fn_method_todolist_add_item' already owns}}
}
void another_object(void) {
  RustCallStatus s = {0};
  uint64_t e = uniffi_todo_fn_constructor_entry_new(&s);
  uniffi_todo_fn_free_entry(e, &s);
  uniffi_todo_fn_method_entry_age(e, &s); // expected-warning {{a handle from 'uniffi_todo_fn_constructor_entry_new' is used after 'uniffi_todo_fn_free_entry' released it}}
}
void buffer_freed(void) {
  RustCallStatus s = {0};
  RustBuffer b = ffi_todo_rustbuffer_alloc(8, &s);
  free(b.data); // expected-warning {{'free' releases a Rust buffer from 'ffi_todo_rustbuffer_alloc'; release it with 'ffi_todo_rustbuffer_free' [custody.mem-03]}}
}
void buffer_of_malloc(void) {
  RustCallStatus s = {0};
  RustBuffer b = {8, 8, (uint8_t *)malloc(8)};
  ffi_todo_rustbuffer_free(b, &s); // expected-warning {{'ffi_todo_rustbuffer_free' releases memory from 'malloc'; release it with 'free' [custody.mem-03]}}
}
// Two libraries, two allocators.
void buffer_of_another_library(void) {
  RustCallStatus s = {0};
  RustBuffer b = ffi_todo_rustbuffer_alloc(8, &s);
  ffi_mail_rustbuffer_free(b, &s); // expected-warning {{'ffi_mail_rustbuffer_free' releases a Rust buffer from 'ffi_todo_rustbuffer_alloc'; release it with 'ffi_todo_rustbuffer_free' [custody.mem-03]}}
}
void buffer_given_and_freed(void *t) {
  RustCallStatus s = {0};
  RustBuffer b = ffi_todo_rustbuffer_alloc(8, &s);
  uniffi_todo_fn_method_todolist_add_item(t, b, &s);
  ffi_todo_rustbuffer_free(b, &s); // expected-warning {{that 'uniffi_todo_fn_method_todolist_add_item' already owns}}
}
void buffer_reserved(void) {
  RustCallStatus s = {0};
  RustBuffer b = ffi_todo_rustbuffer_alloc(8, &s);
  RustBuffer c = ffi_todo_rustbuffer_reserve(b, 8, &s);
  ffi_todo_rustbuffer_free(c, &s);
  ffi_todo_rustbuffer_free(b, &s); // expected-warning {{that 'ffi_todo_rustbuffer_reserve' already owns}}
}
void text_of_result(void *t) {
  RustCallStatus s = {0};
  RustBuffer b = uniffi_todo_fn_method_todolist_get_last(t, &s);
  ffi_todo_rustbuffer_free(b, &s);
  ffi_todo_rustbuffer_free(b, &s); // expected-warning {{that 'ffi_todo_rustbuffer_free' has already released}}
}

int right(const uint8_t *bytes, int32_t len) {
  RustCallStatus s = {0};
  ForeignBytes f = {len, bytes};
  RustBuffer path = ffi_todo_rustbuffer_from_bytes(f, &s);
  if (s.code)
    return -1;
  void *t = uniffi_todo_fn_constructor_todolist_from_file(path, &s);
  if (s.code)
    return -1;
  RustBuffer last = uniffi_todo_fn_method_todolist_get_last(uniffi_todo_fn_clone_todolist(t, &s), &s);
  int n = last.len ? last.data[0] : 0;
  ffi_todo_rustbuffer_free(last, &s);
  uniffi_todo_fn_free_todolist(t, &s);
  uint64_t e = uniffi_todo_fn_constructor_entry_new(&s);
  // Without a clone beside it, a method looks.
  n += (int)uniffi_todo_fn_method_entry_age(e, &s);
  n += (int)uniffi_todo_fn_method_entry_age(e, &s);
  uniffi_todo_fn_free_entry(e, &s);
  return n;
}
RustBuffer lowered(const uint8_t *bytes, int32_t len) {
  RustCallStatus s = {0};
  ForeignBytes f = {len, bytes};
  RustBuffer b = ffi_todo_rustbuffer_from_bytes(f, &s);
  return b;
}
struct Lifted {
  void *handle;
};
struct Lifted lifted(void) {
  RustCallStatus s = {0};
  struct Lifted l;
  l.handle = uniffi_todo_fn_constructor_todolist_new(&s);
  return l;
}
