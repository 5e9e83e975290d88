// RUN: %verify -I/usr/include/llvm-c-19 -I/usr/include/llvm-19 %s
// REQUIRES: llvm-c
#include <llvm-c/Core.h>
#include <llvm-c/Analysis.h>
#include <llvm-c/Linker.h>
#include <stdio.h>
#include <stdlib.h>

void printed(LLVMModuleRef m) {
  char *s = LLVMPrintModuleToString(m);
  puts(s);
  free(s); // expected-warning {{'free' releases a message from 'LLVMPrintModuleToString'; release it with 'LLVMDisposeMessage' [custody.mem-03]}}
}
void printedGood(LLVMModuleRef m) {
  char *s = LLVMPrintModuleToString(m);
  puts(s);
  LLVMDisposeMessage(s);
}
void built(LLVMBasicBlockRef at) {
  LLVMBuilderRef b = LLVMCreateBuilder();
  LLVMPositionBuilderAtEnd(b, at);
  LLVMBuildRetVoid(b);
} // expected-warning {{a builder from 'LLVMCreateBuilder' is lost without being released; release it with 'LLVMDisposeBuilder' [custody.ffi-03]}}
void linked(LLVMModuleRef to) {
  LLVMModuleRef m = LLVMModuleCreateWithName("x");
  LLVMLinkModules2(to, m);
  LLVMDisposeModule(m); // expected-warning {{'LLVMDisposeModule' releases a module from 'LLVMModuleCreateWithName' that 'LLVMLinkModules2' already owns; leave the release to its owner [custody.ffi-07]}}
}
void verified(LLVMModuleRef m) {
  char *error = NULL;
  LLVMVerifyModule(m, LLVMReturnStatusAction, &error);
  LLVMDisposeMessage(error);
}
