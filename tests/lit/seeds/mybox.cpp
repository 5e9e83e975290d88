// RUN: %verify -std=c++17 %s
//
// Manual memory management: the right life cycle and its four wrong ones.
#include "mybox.h"
#include <string>

void right() {
  MyBox<std::string> Box("Hello, manual memory!");
  *Box += " This is risky!";
  MyBox<int> Small(3);
  *Small = 4;
}

struct Text {
  std::string Value;
  ~Text();
};

// 1. Never deallocated.
void forgotten() {
  std::uint8_t *P = __rust_alloc(16, 8);
  if (!P)
    return;
  P[0] = 1;
} // expected-warning {{memory from '__rust_alloc' is lost without being released; release it with '__rust_dealloc' [custody.ffi-03]}}

// 2. Deallocated with another layout.
void wrongSize() {
  std::uint8_t *P = __rust_alloc(16, 8);
  if (!P)
    return;
  __rust_dealloc(P, 8, 8); // expected-warning-re {{'__rust_dealloc' releases {{.*}}8{{.*}}16{{.*}} [custody.own-04]}}
}
void wrongAlignment() {
  std::uint8_t *P = __rust_alloc(sizeof(double), alignof(double));
  if (!P)
    return;
  __rust_dealloc(P, sizeof(double), 1); // expected-warning-re {{'__rust_dealloc' releases {{.*}}1{{.*}}8{{.*}} [custody.own-04]}}
}

// 3. Used afterwards.
int usedAfterwards() {
  std::uint8_t *P = __rust_alloc(16, 8);
  if (!P)
    return -1;
  P[0] = 1;
  __rust_dealloc(P, 16, 8);
  return P[0]; // expected-warning-re {{memory from '__rust_alloc' is used after '__rust_dealloc' released it; {{.*}} [custody.own-02]}}
}

// 4. Deallocated without destroying what lives there.
void notDestroyed() {
  std::uint8_t *P = __rust_alloc(sizeof(Text), alignof(Text));
  if (!P)
    return;
  new (P) Text;
  __rust_dealloc(P, sizeof(Text), alignof(Text)); // expected-warning-re {{'__rust_dealloc' releases storage in which a 'Text' still lives; {{.*}} [custody.own-05]}}
}
void destroyed() {
  std::uint8_t *P = __rust_alloc(sizeof(Text), alignof(Text));
  if (!P)
    return;
  Text *T = new (P) Text;
  T->~Text();
  __rust_dealloc(P, sizeof(Text), alignof(Text));
}

// What a box owns is released by the box.
void releasedBesideTheBox() {
  MyBox<int> Box(3);
  free(Box.get()); // expected-warning-re {{'free' releases memory from '__rust_alloc'{{.*}}}}
}
