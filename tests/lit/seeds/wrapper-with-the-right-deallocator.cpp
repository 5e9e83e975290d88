// RUN: %verify -Xclang -verify-ignore-unexpected=note -std=c++17 %s
//
// A wrapper that calls the foreign release function, and one that does not.
#include <cstdlib>
#include <memory>
#include <string>

extern "C" {
char *create_string();
void free_string(char *Ptr);
}

class ForeignString {
public:
  explicit ForeignString(char *Ptr) : Ptr(Ptr) {}
  ForeignString(const ForeignString &) = delete;
  ForeignString &operator=(const ForeignString &) = delete;
  ~ForeignString() { free_string(Ptr); }
  const char *get() const { return Ptr; }

private:
  char *Ptr;
};
std::string wrapped() {
  ForeignString S(create_string());
  return S.get() ? S.get() : "";
}
std::string copied() {
  char *Raw = create_string();
  std::string Copy = Raw ? Raw : "";
  free_string(Raw);
  return Copy;
}
void withADeleter() {
  std::unique_ptr<char, decltype(&free_string)> S(create_string(), free_string);
}

void wrongDeleter() {
  std::unique_ptr<char, decltype(&free)> S(create_string(), free); // expected-warning {{adopts a string from 'create_string' but releases it with 'free'}}
}
void defaultDeleter() {
  std::unique_ptr<char[]> S(create_string()); // expected-warning {{adopts a string from 'create_string' but releases it with 'delete[]'}}
}
