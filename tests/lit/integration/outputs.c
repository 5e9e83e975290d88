// The report is in clang's plist and HTML too, with its notes and its checker.
// RUN: rm -rf %t && mkdir %t
// RUN: %clang --analyze --analyzer-no-default-checks -Xclang -load -Xclang %plugin -Xclang -analyzer-checker=core,custody --analyzer-output plist -o %t/out.plist %s
// RUN: FileCheck %s --check-prefix=PLIST < %t/out.plist
// RUN: %clang --analyze --analyzer-no-default-checks -Xclang -load -Xclang %plugin -Xclang -analyzer-checker=core,custody --analyzer-output html -o %t/html %s
// RUN: cat %t/html/*.html | FileCheck %s --check-prefix=HTML

#include <stdlib.h>

void twice(void) {
  int *p = malloc(sizeof *p);
  free(p);
  free(p);
}

// PLIST: <key>description</key><string>&apos;free&apos; releases memory{{.*}} that &apos;free&apos; has already released
// PLIST: <key>check_name</key><string>custody.own-01</string>
// HTML: BUGDESC 'free' releases memory{{.*}} that 'free' has already released
