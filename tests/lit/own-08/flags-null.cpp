// RUN: %verify -std=c++17 -Xclang -analyzer-checker=custody.own-08 %s
//
// The C++ side of a foreign interface: what cbindgen's free functions are in
// Rust.
#include <cstdlib>

struct Session {
  char *User;
  int Refs;
};
extern "C" {
Session *session_new();
void session_free(Session *S) {
  if (--S->Refs > 0) // expected-warning-re {{'session_free' dereferences 'S' without accepting null; {{.*}} [custody.own-08]}}
    return;
  free(S->User);
  delete S;
}

Session *shared_session_new();
void shared_session_free(Session *S) {
  if (S == nullptr)
    return;
  free(S->User);
  delete S;
}
}
