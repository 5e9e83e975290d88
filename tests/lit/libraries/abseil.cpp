// RUN: %verify -std=c++17 %s
// REQUIRES: abseil
//
// Abseil owns through std's pointers and through headers, which custody reads:
// no model is needed.
#include <absl/cleanup/cleanup.h>
#include <absl/memory/memory.h>
#include <absl/strings/cord.h>
#include <absl/status/statusor.h>
#include <absl/container/inlined_vector.h>
#include <absl/container/flat_hash_map.h>
#include <absl/synchronization/notification.h>
#include <cstdlib>
#include <cstring>
#include <cstdio>
#include <memory>
void wrapMalloc() {
  char *p = static_cast<char *>(malloc(4));
  auto u = absl::WrapUnique(p); // expected-warning {{'std::unique_ptr<char>' adopts memory from 'malloc' but releases it with 'delete'; give it an owner that calls 'free' [custody.mem-03]}}
}
void wrapNew() { auto u = absl::WrapUnique(new int(3)); }
void cleanupGood(int n) {
  char *p = static_cast<char *>(malloc(4));
  absl::Cleanup c = [p] { free(p); };
  if (n) return;
  puts(p);
}
void cleanupTwice() {
  char *p = static_cast<char *>(malloc(4));
  auto c = absl::MakeCleanup([p] { free(p); }); // expected-warning {{'free' releases memory from 'malloc' that 'free' has already released; release it once [custody.own-01]}}
  free(p);
}
absl::StatusOr<std::unique_ptr<int>> make(int n) {
  if (n) return absl::InternalError("x");
  return absl::make_unique<int>(3);
}
int use() {
  auto r = make(1);
  if (!r.ok()) return 0;
  int *p = r->release();
  int v = *p;
  delete p;
  return v;
}
void vec() {
  absl::InlinedVector<char *, 4> v;
  v.push_back(strdup("a"));
  for (char *p : v) free(p);
}
void map() {
  absl::flat_hash_map<int, char *> m;
  m[1] = strdup("x");
  for (auto &e : m) free(e.second);
}
absl::Cord cord() {
  char *p = static_cast<char *>(malloc(4));
  strcpy(p, "abc");
  return absl::MakeCordFromExternal(absl::string_view(p, 3), [p] { free(p); });
}
void raw() {
  auto p = absl::RawPtr(std::make_unique<int>(3));
  (void)p;
}
void share() {
  std::unique_ptr<int> u(new int);
  std::shared_ptr<int> s = absl::ShareUniquePtr(std::move(u));
}
