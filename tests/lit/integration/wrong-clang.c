// A plugin serves the clang that it was built for. Another release says that it
// cannot use it, and does not crash.
// REQUIRES: other-clang
// RUN: not %other_clang --analyze -Xclang -load -Xclang %plugin -Xclang -analyzer-checker=custody %s -o /dev/null > %t 2>&1
// RUN: FileCheck %s --implicit-check-not="PLEASE submit a bug report" --implicit-check-not="Stack dump" < %t

int x;

// CHECK: {{unable to load plugin|is not compatible with this version of the analyzer}}
