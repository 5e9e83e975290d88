// With every stock checker on as well, no defect is told twice. Each function
// holds one defect that both sides know; which of them tells it is not fixed.
// RUN: %clang --analyze -Xclang -load -Xclang %plugin -Xclang -analyzer-checker=core,unix,cplusplus,deadcode,nullability,security,optin.cplusplus,custody --analyzer-output text %s > %t 2>&1
// RUN: FileCheck %s < %t
// RUN: grep -c "warning: " %t | FileCheck %s --check-prefix=COUNT

#include <fcntl.h>
#include <stdio.h>
#include <memory>
#include <stdlib.h>
#include <string>

void releasedTwice() {
  int *p = static_cast<int *>(malloc(sizeof(int)));
  free(p);
  free(p);
}
// CHECK: stock.cpp:[[@LINE-2]]:{{.*}}warning:

void deletedTwice() {
  int *p = new int;
  delete p;
  delete p;
}
// CHECK: stock.cpp:[[@LINE-2]]:{{.*}}warning:

void lost() {
  int *p = static_cast<int *>(malloc(sizeof(int)));
  if (p)
    *p = 1;
}
// CHECK: stock.cpp:{{.*}}warning:

void mismatched() {
  int *p = new int[3];
  delete p;
}
// CHECK: stock.cpp:[[@LINE-2]]:{{.*}}warning:

void freedNew() {
  int *p = new int;
  free(p);
}
// CHECK: stock.cpp:[[@LINE-2]]:{{.*}}warning:

int usedLate() {
  int *p = new int(1);
  delete p;
  return *p;
}
// CHECK: stock.cpp:[[@LINE-2]]:{{.*}}warning:

void onTheStack() {
  int x = 0;
  free(&x);
}
// CHECK: stock.cpp:[[@LINE-2]]:{{.*}}warning:

void closedTwice() {
  FILE *f = fopen("a", "r");
  if (!f)
    return;
  fclose(f);
  fclose(f);
}
// CHECK: stock.cpp:[[@LINE-2]]:{{.*}}warning:

const char *dangles() {
  std::string s = "local";
  return s.c_str();
}
// CHECK: stock.cpp:[[@LINE-2]]:{{.*}}warning:

// Of these the stock checkers say nothing: code out of sight might delete.
struct Shown {
  int a = 0;
};
void look(const Shown *);
void lostAfterALook() {
  Shown *s = new Shown;
  look(s);
}
// CHECK: stock.cpp:[[@LINE-1]]:{{.*}}[custody.ffi-03]
void lostOutOfAnOwner() {
  std::unique_ptr<Shown> s(new Shown);
  s.release()->a = 1;
}
// (Those of LLVM 19 walk through the method and tell it.)
// CHECK: stock.cpp:[[@LINE-2]]:{{.*}}warning:

// COUNT: {{^}}11{{$}}
