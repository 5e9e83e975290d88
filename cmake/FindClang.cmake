# Finds the LLVM that the plugin is built for. Headers and the compiler flags
# come from LLVMConfig; clang's headers lie beside LLVM's. A missing package is
# named here with the command that installs it.
find_package(LLVM CONFIG QUIET PATHS "${LLVM_DIR}" NO_DEFAULT_PATH)
if(NOT LLVM_FOUND)
  message(FATAL_ERROR
    "LLVM ${CUSTODY_LLVM_MAJOR} was not found at ${LLVM_DIR}. On Debian 12,\n"
    "  tools/setup ${CUSTODY_LLVM_MAJOR}\n"
    "installs it; elsewhere give -DLLVM_DIR=<folder of LLVMConfig.cmake>.")
endif()
if(LLVM_VERSION_MAJOR LESS 14)
  message(FATAL_ERROR "custody needs LLVM 14 or later; "
    "${LLVM_DIR} is ${LLVM_PACKAGE_VERSION}.")
endif()
# LLVM_DIR decides: the major in the cache follows it.
set(CUSTODY_LLVM_MAJOR ${LLVM_VERSION_MAJOR} CACHE STRING "LLVM major to build for" FORCE)
list(GET LLVM_INCLUDE_DIRS 0 CUSTODY_LLVM_INCLUDE)
if(NOT EXISTS "${CUSTODY_LLVM_INCLUDE}/clang/StaticAnalyzer/Core/Checker.h")
  message(FATAL_ERROR "clang's headers were not found in ${CUSTODY_LLVM_INCLUDE}. "
    "Install libclang-${CUSTODY_LLVM_MAJOR}-dev.")
endif()
message(STATUS "custody for LLVM ${LLVM_PACKAGE_VERSION}")

# Flags that every file of custody is compiled with: LLVM is built without RTTI
# and exceptions, and a plugin must agree.
add_library(custody_flags INTERFACE)
target_include_directories(custody_flags SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
separate_arguments(CUSTODY_LLVM_DEFINITIONS NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_options(custody_flags INTERFACE ${CUSTODY_LLVM_DEFINITIONS}
  -fno-rtti -fno-exceptions -fvisibility-inlines-hidden -Wall -Wextra -Wno-comment -Wno-nonnull)
