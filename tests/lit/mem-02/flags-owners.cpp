// RUN: %verify -std=c++17 %s
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

void adoptsTheLent() {
  std::unique_ptr<char, decltype(&free)> P(getenv("HOME"), &free); // expected-warning {{adopts a string that 'getenv' only lends; copy it to have your own [custody.mem-02]}}
}
void adoptsACopy() {
  const char *Home = std::getenv("HOME");
  std::unique_ptr<char, decltype(&free)> P(Home ? strdup(Home) : nullptr,
                                           &free);
}
void deletesTheLent() {
  delete[] std::getenv("HOME"); // expected-warning {{'delete[]' releases a string that 'getenv' only lends; copy it to have your own [custody.mem-02]}}
}

// c_str() lends for reading.
void writesThroughCStr(std::string &S) {
  char *P = const_cast<char *>(S.c_str());
  P[0] = 'x'; // expected-warning-re {{this writes to {{.*}} only lends; copy it first [custody.mem-02]}}
}
void writesThroughData(std::string &S) {
  char *P = S.data();
  P[0] = 'x';
  S[1] = 'y';
}
