// RUN: %verify -std=c++17 -Xclang -analyzer-checker=custody.own-08 %s
//
// Defensive callers hand null to release functions.
#include <cstdlib>

struct Config {
  char *Name;
};
extern "C" {
Config *create_config();
void free_config(Config *Ptr) {
  if (Ptr != nullptr) {
    free(Ptr->Name);
    delete Ptr;
  }
}
Config *create_strict_config();
void free_strict_config(Config *Ptr) {
  free(Ptr->Name); // expected-warning-re {{'free_strict_config' dereferences 'Ptr' without accepting null; {{.*}} [custody.own-08]}}
  delete Ptr;
}
}
