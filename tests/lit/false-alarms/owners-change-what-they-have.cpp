// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// An owner may release or resize what it has and take something else; so may
// its friends, and anybody where the field is open to all.
#include <cstdlib>
#include <cstring>
#include <new>

class Buffer {
  char *Data = nullptr;
  std::size_t Size = 0;

public:
  Buffer() = default;
  Buffer(const Buffer &) = delete;
  ~Buffer() { free(Data); }
  void grow(std::size_t N) {
    char *More = static_cast<char *>(realloc(Data, N));
    if (!More)
      throw std::bad_alloc();
    Data = More;
    Size = N;
  }
  void replace(std::size_t N) {
    char *Old = Data;
    Data = static_cast<char *>(malloc(N));
    free(Old);
  }
  char *&data() { return Data; }
};
void grown() {
  Buffer B;
  B.grow(3);
  B.grow(10);
  B.replace(4);
  free(B.data());
  B.data() = nullptr;
}

class Text {
  char *Data;

public:
  explicit Text(const char *P) : Data(strdup(P)) {}
  Text(const Text &) = delete;
  ~Text() { free(Data); }
  friend void rename(Text &T, const char *P);
  friend class Editor;
};
void rename(Text &T, const char *P) {
  free(T.Data);
  T.Data = strdup(P);
}
class Editor {
public:
  void clear(Text &T) {
    free(T.Data);
    T.Data = nullptr;
  }
};
void byFriends() {
  Text T("x");
  rename(T, "y");
  Editor().clear(T);
}

struct Item {
  char *Name;
  explicit Item(const char *N) : Name(strdup(N)) {}
  Item(const Item &) = delete;
  ~Item() { free(Name); }
};
void openToAll() {
  Item I("a");
  free(I.Name);
  I.Name = strdup("b");
  if (char *More = static_cast<char *>(realloc(I.Name, 20)))
    I.Name = More;
}

// Two instances of one template.
template <class T> class Holder {
  T *P;

public:
  explicit Holder(T *Q) : P(Q) {}
  Holder(const Holder &) = delete;
  ~Holder() { delete P; }
};
struct Small {};
void twoInstances() {
  Holder<int> A(new int);
  Holder<Small> B(new Small);
}
