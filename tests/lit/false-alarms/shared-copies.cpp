// RUN: %verify -std=c++17 %s
// expected-no-diagnostics
//
// Another shared_ptr may keep the object alive: the end of one releases it only
// where no copy can be out of sight.
#include <array>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

struct Foo {
  int A = 0;
};
using Ptr = std::shared_ptr<Foo>;
using Ptrs = std::vector<Ptr>;
struct Plain {
  Ptr P;
};
struct Copies {
  Ptr P;
  explicit Copies(const Ptr &Q) : P(Q) {}
};
struct Moves {
  Ptr P;
  explicit Moves(Ptr Q) : P(std::move(Q)) {}
};
struct Itself : std::enable_shared_from_this<Itself> {
  int A = 0;
  std::shared_ptr<Itself> again() { return shared_from_this(); }
};
struct Node {
  std::shared_ptr<Node> Next;
  std::weak_ptr<Node> Previous;
  int A = 0;
};
void keep(const Ptr &);
void keepCopy(Ptr);
void keepWhole(const Plain &);
void post(std::function<void()>);
static Ptr Global;

#define WITH(Name, ...)                                                        \
  void Name() {                                                                \
    Ptr S(new Foo);                                                            \
    Foo *Raw = S.get();                                                        \
    __VA_ARGS__;                                                               \
    S.reset();                                                                 \
    Raw->A = 1;                                                                \
  }
WITH(pushed, Ptrs V; V.push_back(S))
WITH(movedIn, Ptrs V; V.push_back(std::move(S)))
WITH(emplaced, Ptrs V; V.emplace_back(S))
WITH(inserted, Ptrs V; V.insert(V.end(), S))
WITH(listed, Ptrs V{S, S})
WITH(repeated, Ptrs V(2, S))
WITH(resized, Ptrs V; V.resize(3, S))
WITH(popped, Ptrs V{S, S}; V.pop_back())
WITH(inList, std::list<Ptr> L; L.push_back(S))
WITH(inSet, std::set<Ptr> L; L.insert(S))
WITH(inMap, std::map<int, Ptr> M; M[1] = S)
WITH(inMapToo, std::map<int, Ptr> M{{1, S}})
WITH(inPair, auto P = std::make_pair(S, 1))
WITH(inTuple, auto T = std::make_tuple(S, 2))
WITH(inArray, std::array<Ptr, 1> A{S})
WITH(inOptional, std::optional<Ptr> O = S)
WITH(inAggregate, Plain P{S})
WITH(inCopies, Copies C{S})
WITH(inMoves, Moves M{S})
WITH(onTheHeap, auto P = std::make_unique<Copies>(S))
WITH(captured, auto L = [S] { return S->A; })
WITH(capturedInFunction, std::function<int()> L = [S] { return S->A; })
WITH(posted, post([S] { S->A = 1; }))
WITH(bound, auto L = std::bind(keep, S))
WITH(shown, keep(S))
WITH(given, keepCopy(S))
WITH(shownWithin, Plain P{S}; keepWhole(P); P.P.reset())
WITH(global, Global = S)
WITH(converted, std::shared_ptr<const Foo> C = S)
WITH(untyped, std::shared_ptr<void> C = S)
WITH(aliased, std::shared_ptr<int> C(S, &S->A))
WITH(locked, std::weak_ptr<Foo> W = S; auto L = W.lock())
WITH(swapped, Ptr T; T.swap(S))
WITH(stdSwapped, Ptr T; std::swap(S, T))
WITH(throughReference, const auto &R = S; Ptr T(R))

void sharesItself() {
  std::shared_ptr<Itself> S(new Itself);
  Itself *Raw = S.get();
  auto T = S->again();
  S.reset();
  Raw->A = 1;
}
void inAnother() {
  std::shared_ptr<Node> A(new Node), B(new Node);
  A->Next = B;
  B->Previous = A;
  Node *Raw = B.get();
  B.reset();
  Raw->A = 1;
}
Ptr made(Foo **Out) {
  Ptr S(new Foo);
  *Out = S.get();
  return S;
}
void returned() {
  Foo *Raw;
  auto S = made(&Raw);
  auto T = S;
  S.reset();
  Raw->A = 3;
}
void onOnePath(bool Copy) {
  Ptr S(new Foo), T;
  if (Copy)
    T = S;
  Foo *Raw = S.get();
  S.reset();
  if (Copy)
    Raw->A = 1;
}
void ofUnique() {
  auto U = std::make_unique<Foo>();
  Foo *Raw = U.get();
  Ptr S(std::move(U));
  auto T = S;
  S.reset();
  Raw->A = 1;
}
struct Registry {
  Ptrs All;
  Foo *add() {
    Ptr S(new Foo);
    All.push_back(S);
    return S.get();
  }
};
void registered() {
  Registry R;
  R.add()->A = 2;
}
