# Finds the LLVM that the plugin is built for. Headers and the compiler flags
# come from LLVMConfig; clang's headers lie beside LLVM's. A missing package is
# named here with the command that installs it.
find_package(LLVM CONFIG QUIET PATHS "${LLVM_DIR}" NO_DEFAULT_PATH)
if(NOT LLVM_FOUND)
  message(FATAL_ERROR
    "LLVM ${CUSTODY_LLVM_MAJOR} was not found at ${LLVM_DIR}. Install it with\n"
    "  apt-get install llvm-${CUSTODY_LLVM_MAJOR}-dev libclang-${CUSTODY_LLVM_MAJOR}-dev "
    "clang-${CUSTODY_LLVM_MAJOR} clang-tools-${CUSTODY_LLVM_MAJOR} llvm-${CUSTODY_LLVM_MAJOR}-tools")
endif()
set(CUSTODY_LLVM_MAJOR ${LLVM_VERSION_MAJOR} CACHE STRING "" FORCE)
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
target_compile_definitions(custody_flags INTERFACE ${LLVM_DEFINITIONS_LIST})
separate_arguments(CUSTODY_LLVM_DEFS NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_options(custody_flags INTERFACE ${CUSTODY_LLVM_DEFS}
  -fno-rtti -fno-exceptions -fvisibility-inlines-hidden -Wall -Wextra -Wno-comment)
target_link_options(custody_flags INTERFACE)
