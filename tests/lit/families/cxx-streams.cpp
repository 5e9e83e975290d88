// RUN: %verify -std=c++17 %s
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

// A stream copies what it is given and fills what it is lent.
void read(std::istream &In) {
  char *Line = static_cast<char *>(std::malloc(80));
  if (!Line)
    return;
  In.read(Line, 79);
  In.getline(Line, 79);
  std::cout.write(Line, 79);
  std::cout << "line: " << Line << '\n'; // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
void readGood(std::istream &In) {
  char *Line = static_cast<char *>(std::malloc(80));
  if (!Line)
    return;
  In.read(Line, 79);
  std::cout << "line: " << Line << '\n';
  std::free(Line);
}

void opened(const char *Name) {
  char *Path = strdup(Name);
  if (!Path)
    return;
  std::ifstream File;
  File.open(Path);
  std::free(Path);
  std::cout << Path; // expected-warning {{memory from 'strdup' is used after 'free' released it}}
}
