// A misspelt option is named with the right one beside it, in the mode in which
// clang itself would ignore it; and a rule that does not exist is an error.
// RUN: %custody -Xclang -analyzer-config -Xclang custody:Model=%t.yaml %s > %t 2>&1
// RUN: FileCheck %s < %t
// RUN: not %custody -Xclang -analyzer-checker=custody.mem-99 %s > %t 2>&1
// RUN: FileCheck %s --check-prefix=RULE < %t

int x;

// CHECK: warning: custody has no option 'custody:Model'; the options are: custody:Models=
// RULE: error: no analyzer checkers or packages are associated with 'custody.mem-99'
