// RUN: %verify -std=c++17 %s
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

class Descriptor {
public:
  explicit Descriptor(int Fd) : Fd(Fd) {}
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;
  ~Descriptor() {
    if (Fd >= 0)
      close(Fd);
  }
  int get() const { return Fd; }
  int detach() {
    int Old = Fd;
    Fd = -1;
    return Old;
  }

private:
  int Fd;
};
void closedByBoth(const char *Path) {
  int Raw = open(Path, O_RDONLY);
  if (Raw < 0)
    return;
  Descriptor D(Raw);
  close(Raw); // expected-warning-re {{'close' releases a file descriptor from 'open' that 'Descriptor' already owns; {{.*}} [custody.ffi-07]}}
}
void closedByTheOwner(const char *Path) {
  Descriptor D(open(Path, O_RDONLY));
}
int detached(const char *Path) {
  Descriptor D(open(Path, O_RDONLY));
  return D.detach();
}

class Text {
public:
  explicit Text(char *Data) : Data(Data) {}
  Text(const Text &) = delete;
  Text &operator=(const Text &) = delete;
  ~Text() { free(Data); }
  char *data() { return Data; }

private:
  char *Data;
};
void twoOwners() {
  char *Raw = static_cast<char *>(malloc(4));
  Text A(Raw);
  Text B(Raw); // expected-warning-re {{'Text' adopts memory from 'malloc' that 'Text' already owns; {{.*}} [custody.ffi-07]}}
}
void oneOwner() {
  Text A(static_cast<char *>(malloc(4)));
}
void freeOfData() {
  Text A(static_cast<char *>(malloc(4)));
  free(A.data()); // expected-warning-re {{'free' releases memory from 'malloc' that 'Text' already owns; {{.*}} [custody.ffi-07]}}
}

// A class that is copied member by member has two owners after the copy.
class Careless {
public:
  Careless() : Data(static_cast<char *>(malloc(4))) {}
  ~Careless() { free(Data); } // expected-warning-re {{releases memory from 'malloc'{{.*}}already released{{.*}} [custody.ffi-07]}}

private:
  char *Data;
};
void copied() {
  Careless A;
  Careless B(A);
}

// The destructor leaves the release to a method.
class Stream {
public:
  explicit Stream(FILE *F) : F(F) {}
  Stream(const Stream &) = delete;
  Stream &operator=(const Stream &) = delete;
  ~Stream() { reset(); }
  void reset(FILE *New = nullptr) {
    if (F != New) {
      finish();
      F = New;
    }
  }
  FILE *get() const { return F; }

private:
  void finish() {
    if (F)
      fclose(F);
  }
  FILE *F;
};
void throughAHelper() {
  Stream S(fopen("a", "r"));
  if (S.get())
    fclose(S.get()); // expected-warning-re {{'fclose' releases a stream from 'fopen' that 'Stream' already owns; {{.*}} [custody.ffi-07]}}
}
void throughAHelperGood() {
  Stream S(fopen("a", "r"));
  S.reset(fopen("b", "r"));
}
