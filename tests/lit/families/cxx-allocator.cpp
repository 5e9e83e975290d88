// RUN: %verify -std=c++17 %s
// RUN: %verify -std=c++20 %s
//
// Memory of std::allocator goes back to it.
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>

void toFree() {
  std::allocator<int> a;
  int *p = a.allocate(4);
  free(p); // expected-warning-re {{'free' releases memory from 'std::{{.*}}allocator::allocate'; release it with 'std::allocator::deallocate' [custody.mem-03]}}
}
void toDelete() {
  std::allocator<int> a;
  int *p = a.allocate(4);
  delete[] p; // expected-warning {{release it with 'std::allocator::deallocate' [custody.mem-03]}}
}
void lost() {
  std::allocator<int> a;
  int *p = a.allocate(4);
  (void)p;
} // expected-warning {{is lost without being released; release it with 'std::allocator::deallocate' [custody.ffi-03]}}
void back() {
  std::allocator<int> a;
  int *p = a.allocate(4);
  a.deallocate(p, 4);
}
void throughTraits() {
  using traits = std::allocator_traits<std::allocator<int>>;
  std::allocator<int> a;
  int *p = traits::allocate(a, 4);
  traits::deallocate(a, p, 4);
}

/* A container of the program's own. */
template <class T> class Row {
  std::allocator<T> memory;
  T *first = nullptr, *last = nullptr, *end = nullptr;

public:
  ~Row() {
    for (T *p = first; p != last; ++p)
      p->~T();
    if (first)
      memory.deallocate(first, end - first);
  }
  void push(T value) {
    if (last == end) {
      std::size_t size = last - first;
      T *bigger = memory.allocate(size * 2 + 1);
      for (std::size_t i = 0; i < size; ++i) {
        new (bigger + i) T(std::move(first[i]));
        first[i].~T();
      }
      if (first)
        memory.deallocate(first, end - first);
      first = bigger;
      last = bigger + size;
      end = bigger + size * 2 + 1;
    }
    new (last++) T(std::move(value));
  }
  T &operator[](std::size_t i) { return first[i]; }
};
struct Item {
  Item();
  Item(Item &&);
  ~Item();
  int x;
};
int use() {
  Row<Item> row;
  row.push(Item());
  row.push(Item());
  return row[0].x;
}
