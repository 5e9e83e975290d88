//===- EmbedFiles.cpp - Builds pages and scripts into the command ---------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// embed-files OUT.cpp FILE...
//
// Writes the files as C++ strings that embeddedFile() finds by their names.
//
//===----------------------------------------------------------------------===//

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

/// Octal escapes have three digits, so that what follows cannot be read along.
void writeEscaped(std::ostream &OS, const std::string &Text) {
  // A literal a line: quick to compile, and nobody's limit is met.
  OS << "    \"";
  for (char C : Text) {
    unsigned char U = C;
    if (U >= ' ' && U < 127 && C != '"' && C != '\\' && C != '?') {
      OS << C;
    } else {
      char Octal[5];
      std::snprintf(Octal, sizeof(Octal), "\\%03o", U);
      OS << Octal;
    }
    if (C == '\n')
      OS << "\"\n    \"";
  }
  OS << '"';
}

} // namespace

int main(int Argc, char **Argv) {
  if (Argc < 3) {
    std::fprintf(stderr, "usage: embed-files OUT.cpp FILE...\n");
    return 2;
  }
  // The order must not depend on the build system.
  std::vector<std::string> Paths(Argv + 2, Argv + Argc);
  std::sort(Paths.begin(), Paths.end());
  std::ofstream OS(Argv[1], std::ios::binary);
  OS << "// Written by embed-files. Do not edit.\n\n"
     << "#include \"driver/RulePages.h\"\n\n"
     << "llvm::StringRef custody::embeddedFile(llvm::StringRef Name) {\n";
  for (const std::string &Path : Paths) {
    std::ifstream In(Path, std::ios::binary);
    if (!In) {
      std::fprintf(stderr, "%s: error: cannot read the file\n", Path.c_str());
      return 1;
    }
    std::string Text((std::istreambuf_iterator<char>(In)),
                     std::istreambuf_iterator<char>());
    OS << "  if (Name == \"" << Path.substr(Path.rfind('/') + 1)
       << "\")\n    return llvm::StringRef(\n";
    writeEscaped(OS, Text);
    OS << ",\n        " << Text.size() << ");\n";
  }
  OS << "  return \"\";\n}\n";
  OS.close();
  if (!OS) {
    std::fprintf(stderr, "%s: error: cannot write the file\n", Argv[1]);
    return 1;
  }
  return 0;
}
