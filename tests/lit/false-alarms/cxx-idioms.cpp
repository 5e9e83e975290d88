// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// What ordinary C++ programs do all day.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// A move constructor that empties the other one.
class Bytes {
public:
  Bytes() = default;
  explicit Bytes(std::size_t N) : Data(new char[N]), Size(N) {}
  Bytes(Bytes &&O) noexcept
      : Data(std::exchange(O.Data, nullptr)), Size(std::exchange(O.Size, 0)) {}
  Bytes &operator=(Bytes &&O) noexcept {
    std::swap(Data, O.Data);
    std::swap(Size, O.Size);
    return *this;
  }
  Bytes(const Bytes &O) : Data(new char[O.Size]), Size(O.Size) {
    memcpy(Data, O.Data, Size);
  }
  Bytes &operator=(const Bytes &O) {
    if (this != &O) {
      char *Fresh = new char[O.Size];
      memcpy(Fresh, O.Data, O.Size);
      delete[] Data;
      Data = Fresh;
      Size = O.Size;
    }
    return *this;
  }
  ~Bytes() { delete[] Data; }

private:
  char *Data = nullptr;
  std::size_t Size = 0;
};
Bytes moved() {
  Bytes A(4), B;
  B = std::move(A);
  Bytes C(std::move(B));
  Bytes D(C);
  D = C;
  return C;
}

// An intrusive count: the last one out deletes.
class Counted {
public:
  void retain() { ++Refs; }
  void release() {
    if (--Refs == 0)
      delete this;
  }

protected:
  virtual ~Counted() = default;

private:
  std::atomic<int> Refs{1};
};
template <typename T> class Ref {
public:
  explicit Ref(T *P) : P(P) {}
  Ref(const Ref &O) : P(O.P) {
    if (P)
      P->retain();
  }
  Ref(Ref &&O) : P(std::exchange(O.P, nullptr)) {}
  Ref &operator=(Ref O) {
    std::swap(P, O.P);
    return *this;
  }
  ~Ref() {
    if (P)
      P->release();
  }
  T *operator->() const { return P; }

private:
  T *P;
};
struct Texture : Counted {
  int Id = 0;
};
void counted() {
  Ref<Texture> A(new Texture), B(A), C(std::move(A));
  B = C;
  C->Id = 1;
}

// A pimpl.
class Parser {
public:
  Parser();
  Parser(const Parser &) = delete;
  Parser &operator=(const Parser &) = delete;
  ~Parser();

private:
  struct Impl;
  std::unique_ptr<Impl> I;
};
struct Parser::Impl {
  std::string Text;
  std::vector<int> Tokens;
};
Parser::Parser() : I(new Impl) {}
Parser::~Parser() = default;
void parsed() { Parser P; }

// Singletons live for ever.
struct Registry {
  std::map<std::string, Counted *> All;
  static Registry &get() {
    static Registry *Instance = new Registry;
    return *Instance;
  }
};
Registry *lazily() {
  static Registry *Only;
  if (!Only)
    Only = new Registry;
  return Only;
}

// Factories, trees and lists of raw pointers.
struct Node {
  Node *Left = nullptr, *Right = nullptr;
  ~Node() {
    delete Left;
    delete Right;
  }
};
Node *tree(int Depth) {
  if (Depth == 0)
    return nullptr;
  Node *N = new Node;
  N->Left = tree(Depth - 1);
  N->Right = tree(Depth - 1);
  return N;
}
void grown() {
  Node *Root = tree(2);
  delete Root;
}
class List {
  struct Item {
    Item *Next;
    int Value;
  };
  Item *Head = nullptr;

public:
  List() = default;
  List(const List &) = delete;
  List &operator=(const List &) = delete;
  void push(int V) { Head = new Item{Head, V}; }
  bool pop() {
    if (!Head)
      return false;
    Item *Old = Head;
    Head = Old->Next;
    delete Old;
    return true;
  }
  ~List() {
    while (pop())
      ;
  }
};
void listed() {
  List L;
  L.push(1);
  L.push(2);
  L.pop();
}

// Registration hands the object over.
struct Listener {
  virtual ~Listener();
};
void addListener(Listener *L);
void listens() { addListener(new Listener); }

// A C string given away by the C++ side.
extern "C" char *copyOut(const std::string &S) {
  char *P = static_cast<char *>(malloc(S.size() + 1));
  if (P)
    memcpy(P, S.c_str(), S.size() + 1);
  return P;
}
