// RUN: %verify -std=c++17 %s
//
// A class whose destructor releases a field owns what that field points to.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

class Buffer {
public:
  explicit Buffer(char *Data) : Data(Data) {}
  Buffer(const Buffer &) = delete;
  Buffer &operator=(const Buffer &) = delete;
  ~Buffer() { free(Data); }
  const char *data() const { return Data; }

private:
  char *Data;
};
void wrongFamily() {
  Buffer B(new char[16]); // expected-warning {{'Buffer' adopts memory from 'new[]' but releases it with 'free'}}
}
void rightFamily() {
  Buffer B(static_cast<char *>(malloc(16)));
}
void onTheHeap() {
  Buffer *B = new Buffer(new char[16]); // expected-warning {{'Buffer' adopts memory from 'new[]' but releases it with 'free'}}
  delete B;
}
void onTheHeapGood(const char *S) {
  Buffer *B = new Buffer(strdup(S));
  delete B;
}

template <typename T> class Scoped {
public:
  explicit Scoped(T *Ptr) : Ptr(Ptr) {}
  Scoped(const Scoped &) = delete;
  Scoped &operator=(const Scoped &) = delete;
  ~Scoped() {
    if (Ptr)
      delete Ptr;
  }
  T *operator->() const { return Ptr; }

private:
  T *Ptr = nullptr;
};
struct Node {
  int Value;
};
void wrongTemplate() {
  Scoped<Node> N(static_cast<Node *>(malloc(sizeof(Node)))); // expected-warning {{adopts memory from 'malloc' but releases it with 'delete'}}
}
void rightTemplate() {
  Scoped<Node> N(new Node);
  N->Value = 1;
}

class Lines {
public:
  Lines() : Text(new char[80]) {}
  Lines(const Lines &) = delete;
  Lines &operator=(const Lines &) = delete;
  // Said of the adoption or of the release, but once.
  ~Lines() { delete Text; } // expected-warning-re@* {{{{releases|adopts}} memory from 'new[]'{{.*}}'delete[]' [custody.mem-03]}}

private:
  char *Text;
};
void constructsAndDestroys() { Lines L; }

class LinesGood {
public:
  LinesGood() : Text(new char[80]) {}
  LinesGood(const LinesGood &) = delete;
  LinesGood &operator=(const LinesGood &) = delete;
  ~LinesGood() { delete[] Text; }

private:
  char *Text;
};
void constructsAndDestroysGood() { LinesGood L; }

// The destructor leaves the release to a method.
class Pipe {
public:
  explicit Pipe(FILE *F) : F(F) {}
  Pipe(const Pipe &) = delete;
  Pipe &operator=(const Pipe &) = delete;
  ~Pipe() { close(); }
  void close() {
    if (F) {
      fclose(F);
      F = nullptr;
    }
  }

private:
  FILE *F;
};
void throughAHelper() {
  Pipe P(popen("ls", "r")); // expected-warning-re {{'Pipe' adopts a stream from 'popen' but releases it with 'fclose'; {{.*}} [custody.mem-03]}}
}
void throughAHelperGood() { Pipe P(fopen("a", "r")); }
