//===- Values.cpp - What an argument refers to ----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "engine/Values.h"
#include "model/Elements.h"
#include "plugin/Compat.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/Builtins.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/MemRegion.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SValBuilder.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/SymbolManager.h"

using namespace clang;
using namespace ento;

namespace custody {

SymbolRef stripCasts(SymbolRef S) {
  while (const auto *Cast = llvm::dyn_cast_or_null<SymbolCast>(S))
    S = Cast->getOperand();
  return S;
}

SymbolRef symbolOf(SVal V) {
  if (auto L = V.getAs<nonloc::LocAsInteger>())
    V = L->getLoc();
  if (SymbolRef S = V.getLocSymbolInBase())
    return stripCasts(S);
  SymbolRef S = stripCasts(V.getAsSymbol());
  // An expression such as `fd + 1` is not the handle.
  return S && isa<SymbolData>(S) ? S : nullptr;
}

bool isLocal(const MemRegion *R) {
  if (!R)
    return false;
  const MemRegion *Base = R->getBaseRegion();
  if (const auto *V = dyn_cast<VarRegion>(Base))
    return V->getDecl()->hasLocalStorage() &&
           !V->getDecl()->getType()->isReferenceType();
  return isa<CXXTempObjectRegion, AllocaRegion, CompoundLiteralRegion>(Base);
}

bool isWatchedUnion(const FieldRegion *Member) {
  const RecordDecl *Union = Member->getDecl()->getParent();
  return Union->isUnion() && isa<VarRegion>(Member->getSuperRegion()) &&
         isLocal(Member) &&
         llvm::all_of(Union->fields(), [](const FieldDecl *F) {
           return F->getType()->isScalarType();
         });
}

const CleanupAttr *cleanupOf(const MemRegion *R) {
  const auto *V = dyn_cast<VarRegion>(R->getBaseRegion());
  return V ? V->getDecl()->getAttr<CleanupAttr>() : nullptr;
}

llvm::SmallVector<SymbolRef, 4> reachable(SVal V, ProgramStateRef State,
                                          bool AndWhatIsThere) {
  struct Collector : SymbolVisitor {
    ProgramStateRef ReadFrom;
    llvm::SmallVector<SymbolRef, 4> Found;
    bool VisitSymbol(SymbolRef S) override {
      Found.push_back(S);
      return true;
    }
    bool VisitMemRegion(const MemRegion *R) override {
      const auto *Variable = dyn_cast<VarRegion>(R);
      if (ReadFrom && Variable &&
          Variable->getValueType()->isIntegralOrEnumerationType())
        if (SymbolRef S = symbolOf(ReadFrom->getSVal(Variable)))
          Found.push_back(S);
      return true;
    }
  } All;
  if (AndWhatIsThere)
    All.ReadFrom = State;
  State->scanReachableSymbols(V, All);
  return All.Found;
}

const ValueDecl *storedIn(const MemRegion *R) {
  while (const auto *Element = dyn_cast_or_null<ElementRegion>(R))
    R = Element->getSuperRegion();
  const auto *D = dyn_cast_or_null<DeclRegion>(R);
  return D ? D->getDecl() : nullptr;
}

bool isPartOf(const MemRegion *R, SymbolRef Sym) {
  const auto *Base =
      R && Sym ? dyn_cast<SymbolicRegion>(R->getBaseRegion()) : nullptr;
  return Base && stripCasts(Base->getSymbol()) == Sym;
}

bool areOneAddress(SymbolRef A, SymbolRef B, ProgramStateRef State) {
  if (!A || !B || A == B || !ento::Loc::isLocType(A->getType()) ||
      !ento::Loc::isLocType(B->getType()))
    return false;
  SValBuilder &Builder = State->getStateManager().getSValBuilder();
  auto Differ = Builder
                    .evalBinOp(State, BO_NE, Builder.makeLoc(A),
                               Builder.makeLoc(B), Builder.getConditionType())
                    .getAs<DefinedOrUnknownSVal>();
  return Differ && !Differ->isUnknown() && !State->assume(*Differ, true);
}

const CallExpr *callReturning(SymbolRef Sym) {
  const auto *Conjured = dyn_cast_or_null<SymbolConjured>(Sym);
  // With a tag, it is what the call left in a place.
  if (!Conjured || Conjured->getTag())
    return nullptr;
  return dyn_cast_or_null<CallExpr>(compat::conjuringStmt(Conjured));
}

const ValueDecl *elementIn(const MemRegion *R) {
  const auto *Base = R ? dyn_cast<SymbolicRegion>(R->getBaseRegion()) : nullptr;
  const CallExpr *E = Base ? callReturning(Base->getSymbol()) : nullptr;
  const ValueDecl *Container = E ? containerBehind(E) : nullptr;
  if (!Container)
    return nullptr;
  const auto *Typed = dyn_cast<TypedValueRegion>(R);
  QualType T = Typed ? Typed->getValueType()
                     : Base->getSymbol()->getType()->getPointeeType();
  return !T.isNull() && elementType(Container->getType())
                                .getCanonicalType()
                                .getUnqualifiedType() ==
                            T.getCanonicalType().getUnqualifiedType()
             ? Container
             : nullptr;
}

std::optional<int64_t> numberOf(SVal V) {
  auto I = V.getAs<nonloc::ConcreteInt>();
  if (!I)
    return std::nullopt;
  const llvm::APSInt &Value = I->getValue();
  if (Value.getBitWidth() > 64 ||
      (Value.isUnsigned() && Value.getActiveBits() > 63))
    return std::nullopt;
  return Value.getExtValue();
}

std::string inWords(SVal V) {
  std::optional<int64_t> N = numberOf(V);
  return N ? std::to_string(*N) : "another value";
}

namespace {

/// Words for memory that is not on the heap, or "" if it may be.
std::string placeOf(const MemRegion *Base) {
  auto Name = [](const Decl *D) {
    const auto *ND = llvm::dyn_cast_or_null<NamedDecl>(D);
    return ND ? "'" + ND->getNameAsString() + "'" : std::string("an object");
  };
  if (const auto *V = dyn_cast<VarRegion>(Base)) {
    const VarDecl *D = V->getDecl();
    // A reference names memory that lives elsewhere.
    if (D->getType()->isReferenceType())
      return "";
    return Name(D) + (D->hasGlobalStorage() ? ", which has static storage"
                                            : ", which lives on the stack");
  }
  if (isa<StringRegion>(Base))
    return "a string literal";
  if (const auto *F = dyn_cast<FunctionCodeRegion>(Base))
    return "the function " + Name(F->getDecl());
  if (isa<BlockDataRegion>(Base) || isa<BlockCodeRegion>(Base))
    return "a block";
  if (isa<AllocaRegion>(Base))
    return "memory from 'alloca'";
  if (isa<CompoundLiteralRegion>(Base))
    return "a compound literal";
  if (isa<CXXTempObjectRegion>(Base))
    return "a temporary object";
  return "";
}

/// Words for a symbol that stands for memory nobody may release, or "".
std::string placeOf(SymbolRef S) {
  if (S->getType()->isFunctionPointerType())
    return "a pointer to a function";
  if (const auto *Conjured = dyn_cast<SymbolConjured>(S))
    if (const auto *Call =
            dyn_cast_or_null<CallExpr>(compat::conjuringStmt(Conjured)))
      switch (Call->getBuiltinCallee()) {
      case Builtin::BIalloca:
      case Builtin::BI__builtin_alloca:
      case Builtin::BI__builtin_alloca_with_align:
        return "memory from 'alloca'";
      default:
        break;
      }
  return "";
}

bool isNonZero(NonLoc V, ProgramStateRef State) {
  SValBuilder &B = State->getStateManager().getSValBuilder();
  auto Zero =
      B.evalBinOp(State, BO_EQ, V, B.makeZeroArrayIndex(), B.getConditionType())
          .getAs<DefinedOrUnknownSVal>();
  return Zero && !Zero->isUnknown() && !State->assume(*Zero, true);
}

} // namespace

Target classify(SVal V, ProgramStateRef State) {
  Target T;
  if (auto L = V.getAs<nonloc::LocAsInteger>())
    V = L->getLoc();
  if (V.isUnknownOrUndef())
    return T;
  if (V.isZeroConstant()) {
    // Zero is a null pointer, but as a number it may be a descriptor.
    T.K = V.getAs<Loc>() ? Target::Null : Target::Nothing;
    return T;
  }
  if (V.getAs<loc::GotoLabel>()) {
    T.K = Target::Static;
    T.Place = "the address of a label";
    return T;
  }
  if (auto C = V.getAs<loc::ConcreteInt>()) {
    const llvm::APSInt &Value = C->getValue();
    // -1 is the failure value of many functions, no address.
    if (Value.isAllOnes())
      return T;
    T.K = Target::Static;
    T.Place = "a constant address";
    return T;
  }
  if (const MemRegion *R = V.getAsRegion()) {
    // A pointer to a base is released like one to the whole object, and a cast
    // to an incomplete type leaves the place as it is.
    R = R->StripCasts();
    const MemRegion *Base = R->getBaseRegion();
    RegionOffset Off = R->getAsOffset();
    T.HasOffset = Off.isValid() && !Off.hasSymbolicOffset();
    T.Offset = T.HasOffset ? Off.getOffset() / 8 : 0;
    if (const auto *S = dyn_cast<SymbolicRegion>(Base)) {
      T.Place = placeOf(S->getSymbol());
      if (!T.Place.empty()) {
        T.K = State->isNull(V).isConstrainedTrue() ? Target::Null
                                                   : Target::Static;
        return T;
      }
      T.Sym = stripCasts(S->getSymbol());
      if (const auto *Element = dyn_cast<ElementRegion>(R))
        if (!T.HasOffset && Element->getSuperRegion()->StripCasts() == Base)
          T.Inside = isNonZero(Element->getIndex(), State);
      bool IsNull = T.atStart() && State->isNull(V).isConstrainedTrue();
      T.K = IsNull ? Target::Null : Target::Symbol;
      return T;
    }
    T.Place = placeOf(Base);
    if (T.Place.empty())
      return T;
    T.K = Target::Static;
    if (const auto *TR = dyn_cast<TypedValueRegion>(R->StripCasts()))
      T.CallerStorage = TR->getValueType()->isRecordType();
    return T;
  }
  if (SymbolRef S = symbolOf(V)) {
    T.Sym = S;
    T.K = V.getAs<Loc>() && State->isNull(V).isConstrainedTrue()
              ? Target::Null
              : Target::Symbol;
  }
  return T;
}

} // namespace custody
