// A Box of one's own over Rust's global allocator: allocate, initialise, use,
// destroy, deallocate with the layout of the allocation.
#include <cstdint>
#include <cstdlib>
#include <new>
#include <utility>

extern "C" {
std::uint8_t *__rust_alloc(std::uintptr_t Size, std::uintptr_t Align);
void __rust_dealloc(std::uint8_t *Ptr, std::uintptr_t Size,
                    std::uintptr_t Align);
}

template <typename T> class MyBox {
public:
  explicit MyBox(T Value) {
    void *Raw = __rust_alloc(sizeof(T), alignof(T));
    if (!Raw)
      abort();
    Ptr = new (Raw) T(std::move(Value));
  }
  MyBox(const MyBox &) = delete;
  MyBox &operator=(const MyBox &) = delete;
  ~MyBox() {
    Ptr->~T();
    __rust_dealloc(reinterpret_cast<std::uint8_t *>(Ptr), sizeof(T),
                   alignof(T));
  }
  T &operator*() { return *Ptr; }
  T *operator->() { return Ptr; }
  T *get() { return Ptr; }

private:
  T *Ptr;
};
