// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// An owner inside a pair, tuple, optional or array is an owner still.
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>

using Ptr = std::unique_ptr<int>;

std::pair<Ptr, int> both() { return {Ptr(new int), 1}; }
int used() {
  std::pair<int, Ptr> P(1, Ptr(new int(2)));
  auto Q = std::make_pair(1, std::make_unique<int>(3));
  auto [A, B] = both();
  std::tuple<Ptr, Ptr> T(Ptr(new int), Ptr(new int));
  std::optional<Ptr> O(std::in_place, new int);
  std::array<Ptr, 2> Two{Ptr(new int), Ptr(new int)};
  std::variant<int, Ptr> V(Ptr(new int));
  std::map<std::string, Ptr> M;
  M.emplace("a", Ptr(new int));
  M.insert(std::make_pair("b", Ptr(new int)));
  M["c"] = Ptr(new int);
  return P.first + *P.second + *Q.second + B + (A ? 1 : 0);
}
