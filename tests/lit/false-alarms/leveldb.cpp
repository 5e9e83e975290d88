// RUN: %verify %s
//
// Reduced from leveldb: an object that is handed out takes along what it holds.
// expected-no-diagnostics
#include <cstdlib>
#include <cstring>
#include <memory>

struct File {
  int References = 0;
  void ref() { ++References; }
};
struct Writer {
  explicit Writer(File *F) : Held(F) { F->ref(); }
  ~Writer();
  File *Held;
};
bool open(Writer **Result) {
  File *F = new File();
  F->ref();
  *Result = new Writer(F);
  return true;
}

struct Entry {
  char *Name;
  Entry *Next;
};
int make(Entry **Out, const char *Name) {
  Entry *E = static_cast<Entry *>(malloc(sizeof(Entry)));
  if (!E)
    return -1;
  E->Name = strdup(Name);
  E->Next = nullptr;
  *Out = E;
  return 0;
}

// An owner that adopts an object adopts what it holds.
class Text {
public:
  Text() : Bytes(static_cast<char *>(malloc(8))) {}
  ~Text() { free(Bytes); }

private:
  char *Bytes;
};
void adopted() { std::unique_ptr<Text> T(new Text); }
struct Plain {
  char *Bytes;
  ~Plain() { free(Bytes); }
};
void filledThenAdopted() {
  Plain *P = new Plain;
  P->Bytes = static_cast<char *>(malloc(8));
  std::unique_ptr<Plain> Owner(P);
}
std::shared_ptr<Plain> filledThenShared() {
  auto *P = new Plain;
  P->Bytes = static_cast<char *>(malloc(8));
  return std::shared_ptr<Plain>(P);
}
