//===- Gir.cpp - Import of GObject-Introspection files --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A GIR file says of each parameter and result who owns what is passed:
// nothing changes hands (none), the container (container) or all of it (full).
// Where the scanner that writes these files had to guess, it marks the function
// as not introspectable, and nothing of it is believed.
//
//===----------------------------------------------------------------------===//

#include "driver/import/GirTypes.h"
#include "driver/import/Importer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace custody {
namespace {

const char *const NotIntrospectable =
    "functions that their file marks as not introspectable";
const char *const NoReleaser =
    "values of types that name no releasing function";
const char *const Lists = "lists, which have no family in custody";
const char *const ConstOwned = "owned results that are const";
const char *const NoSuccess =
    "out-parameters of functions that do not say when they succeed";
const char *const CallerAllocated = "out-parameters that the caller allocates";
const char *const PerhapsArgument = "owned results that may be an argument";
const char *const InOut = "parameters that go in and out";

/// Why nobody can be said to own a value of \p R.
const char *whyNot(const GirRelease &R) {
  return R.ConstText                  ? ConstOwned
         : R.Kind == GirRelease::List ? Lists
                                      : NoReleaser;
}

class GirImporter : public Importer {
public:
  GirImporter(const ModelLibrary &Known, const ErrorHandler &OnError,
              ArrayRef<std::string> Folders)
      : Importer(Known, OnError),
        Types(OnError, std::vector<std::string>(Folders.begin(), Folders.end()),
              [this](StringRef F) { return !familyReleasedBy(F).empty(); }) {}

  bool read(StringRef Path) override;
  void finish() override;

private:
  GirTypes Types;
  std::string Namespace;
  /// Functions that stand a second time where they have been moved from.
  StringMap<bool> Moved;

  void members(XmlElement Of);
  void function(XmlElement F, XmlElement Of);
  bool result(XmlElement F, FunctionText &Text, ArrayRef<XmlElement> Params,
              bool Shy);
  bool mayComeBack(XmlElement F, XmlElement P) const;
  std::string effect(XmlElement P, bool Shy, bool Success);
  std::string familyOf(const GirRelease &R);
  bool outIsUnderstood(XmlElement F) const;
  void leaveOut(const char *Why) { ++LeftOut[Why]; }
};

bool GirImporter::read(StringRef Path) {
  const XmlDocument *Doc = Types.add(Path);
  if (!Doc)
    return false;
  XmlElement Root = Doc->root(), Space = Root.child("namespace");
  Namespace = Space.attribute("name");
  std::string Library = Namespace;
  if (Space.has("version"))
    Library += "-" + Space.attribute("version");
  addLibrary(Library);
  auto Add = [](std::vector<std::string> &To, const std::string &Item) {
    if (!Item.empty() && !llvm::is_contained(To, Item))
      To.push_back(Item);
  };
  for (XmlElement P : Root.children("package"))
    Add(Out.PkgConfig, P.attribute("name"));
  // <c:include> is a header, <include> another GIR file.
  for (XmlElement I : Root.children("include"))
    if (!I.has("version"))
      Add(Out.Includes, I.attribute("name"));
  members(Space);
  for (XmlElement T : Space.children())
    members(T);
  return true;
}

void GirImporter::members(XmlElement Of) {
  for (XmlElement F : Of.children())
    if (F.name() == "function" || F.name() == "method" ||
        F.name() == "constructor")
      function(F, Of);
}

std::string GirImporter::familyOf(const GirRelease &R) {
  FamilyText Like;
  Like.Noun = R.Noun;
  Like.Release = {R.Releaser};
  Like.Kind = R.Counted ? "refcounted" : "";
  Like.Type = "pointer";
  return family(R.Name, Like);
}

/// True if the result tells whether the out-parameters were written.
bool GirImporter::outIsUnderstood(XmlElement F) const {
  XmlElement Result = F.child("return-value");
  XmlElement Type = Result ? Result.child("type") : XmlElement();
  std::string Name = Type ? Type.attribute("name") : "";
  if (Name == "none")
    return F.attribute("throws") != "1";
  return Name == "gboolean" || (Result && Result.child("array")) ||
         StringRef(Type ? Type.attribute("c:type") : "").contains('*');
}

/// The effect on the argument that \p P describes; empty if it is a number.
std::string GirImporter::effect(XmlElement P, bool Shy, bool Success) {
  std::string Direction = P.attribute("direction"),
              Transfer = P.attribute("transfer-ownership");
  bool Full = Transfer == "full", Owned = Full || Transfer == "container";
  if (Direction == "inout") {
    if (Owned)
      leaveOut(InOut);
    return "keeps";
  }
  if (Direction == "out") {
    if (!Owned)
      return "";
    if (P.attribute("caller-allocates") == "1") {
      // The storage is the caller's; what is in it is not followed.
      leaveOut(CallerAllocated);
      return "";
    }
    GirRelease R = Types.release(P, Namespace, Full, /*Out=*/true);
    if (R.Kind == GirRelease::NoPointer)
      return "";
    if (R.Kind != GirRelease::Known || R.ConstText) {
      leaveOut(whyNot(R));
      return "";
    }
    if (!Success) {
      leaveOut(NoSuccess);
      return "";
    }
    return "out " + familyOf(R);
  }
  GirRelease R = Types.release(P, Namespace, Full, /*Out=*/false);
  if (R.Kind == GirRelease::NoPointer)
    return "";
  if (Owned) {
    if (R.Kind == GirRelease::Known)
      return "adopts " + familyOf(R);
    leaveOut(R.Kind == GirRelease::List ? Lists : NoReleaser);
    return "keeps";
  }
  // Of a pointer to anything, nobody says what becomes of it.
  if (Shy || Transfer != "none" || R.Kind == GirRelease::List)
    return "keeps";
  if (R.Kind == GirRelease::Unknown) {
    XmlElement Type = P.child("type");
    std::string Name = Type ? Type.attribute("name") : "";
    if (!Type || Name == "gpointer" || Name == "gconstpointer")
      return "keeps";
  }
  return "uses";
}

/// Says what the result is; false if it may be an argument, which then nobody
/// knows the owner of.
bool GirImporter::result(XmlElement F, FunctionText &Text,
                         ArrayRef<XmlElement> Params, bool Shy) {
  XmlElement Result = F.child("return-value");
  if (!Result)
    return true;
  std::string Transfer = Result.attribute("transfer-ownership");
  bool Full = Transfer == "full";
  GirRelease R = Types.release(Result, Namespace, Full, /*Out=*/false);
  if (R.Kind == GirRelease::NoPointer)
    return true;
  if (Full || Transfer == "container") {
    // `gchar *g_strchug(gchar *)` and `g_variant_ref_sink` return what they
    // were given.
    bool Back = llvm::any_of(Params, [&](XmlElement P) {
      GirRelease O = Types.release(P, Namespace, Full, /*Out=*/false);
      return P.attribute("direction") != "out" && O.Kind == R.Kind &&
             O.Name == R.Name && !O.ConstText && (Shy || O.Name == "g_malloc");
    });
    if (R.Kind == GirRelease::Known && Back) {
      leaveOut(PerhapsArgument);
      return false;
    }
    if (R.Kind == GirRelease::Known && !R.ConstText)
      Text.Returns = "owned " + familyOf(R);
    else
      leaveOut(whyNot(R));
    return true;
  }
  // A borrower may take a reference to an object and give that back, so only
  // text is said to be lent; and not where it may be an argument's.
  auto IsText = [&](XmlElement P) {
    return Types.release(P, Namespace, false, false).Name == "g_malloc";
  };
  if (Transfer != "none" || !R.ConstText || Shy || llvm::any_of(Params, IsText))
    return true;
  FamilyText Lent;
  Lent.Noun = "a string";
  Lent.Kind = "lent";
  Text.Returns = "lent " + family(Namespace + " string", Lent);
  return true;
}

/// True if what \p F returns without giving it away may be its argument \p P,
/// as in `s = g_string_append(s, "x")`.
bool GirImporter::mayComeBack(XmlElement F, XmlElement P) const {
  XmlElement Result = F.child("return-value");
  if (!Result)
    return false;
  GirRelease R = Types.release(Result, Namespace, false, /*Out=*/false),
             A = Types.release(P, Namespace, false, /*Out=*/false);
  // Not just another object.
  XmlElement Given = P.child("type"), Back = Result.child("type");
  bool Same =
      Given && Back && Given.attribute("name") == Back.attribute("name");
  return Same && R.Kind == GirRelease::Known && A.Kind == R.Kind &&
         !R.ConstText && Result.attribute("transfer-ownership") == "none";
}

void GirImporter::function(XmlElement F, XmlElement Of) {
  std::string Name = F.attribute("c:identifier");
  if (Name.empty())
    return;
  bool WasMoved = F.has("moved-to");
  if (Out.Functions.count(Name) && (WasMoved || !Moved.lookup(Name)))
    return;
  Moved[Name] = WasMoved;

  auto Params = girParameters(F);
  FunctionText Text;
  Text.Params = Params.size();
  bool Variadic = !Params.empty() && Params.back().child("varargs");
  if (Variadic) {
    --Text.Params;
    Params.pop_back();
    Text.RestKeeps = true;
  }
  if (F.attribute("throws") == "1")
    ++Text.Params;

  // What releases the type's values, whatever is said of its parameter.
  bool IsType = Of.name() != "namespace";
  if (IsType && !Params.empty() && Name == Types.releaserOf(Of, Namespace)) {
    std::string TypeName =
        Of.attribute(Of.name() == "boxed" ? "glib:name" : "name");
    GirRelease R = Types.releaseOfNamed(girQualified(TypeName, Namespace));
    if (R.Kind == GirRelease::Known && R.Releaser == Name) {
      Text.Args[0] = "releases " + familyOf(R);
      Out.Functions[Name] = Text;
      return;
    }
  }
  if (F.attribute("introspectable") == "0") {
    leaveOut(NotIntrospectable);
    return;
  }

  // Releasing functions are often not annotated.
  bool Shy = mayTakeAway(Name);
  if (IsType && F.name() == "method" && F.attribute("name") == "ref" &&
      Params.size() == 1) {
    GirRelease R = Types.release(Params[0], Namespace, true, false);
    if (R.Kind == GirRelease::Known && R.Counted) {
      Text.Returns = "argument 0";
      Text.Args[0] = "retains " + familyOf(R);
      Out.Functions[Name] = Text;
      return;
    }
  }

  if (!result(F, Text, Params, Shy))
    return;
  bool Success = outIsUnderstood(F);
  bool Writes = false, Says = !Text.Returns.empty();
  for (unsigned I = 0, E = Params.size(); I != E; ++I) {
    std::string Effect = effect(Params[I], Shy, Success);
    if (Effect.empty())
      continue;
    if (Effect == "uses" && mayComeBack(F, Params[I]))
      Effect = "keeps";
    Writes |= StringRef(Effect).take_front(4) == "out ";
    Says |= Effect != "keeps";
    // 'uses' is what is not said, unless the rest is kept.
    if (Effect != "uses" || Text.RestKeeps)
      Text.Args[I] = Effect;
  }
  // Knowing nothing of any pointer is no knowledge.
  if (!Says)
    return;
  if (Writes) {
    XmlElement Type = F.child("return-value").child("type");
    if (Type && Type.attribute("name") == "gboolean")
      Text.Success = "non-null";
  }
  Out.Functions[Name] = Text;
}

void GirImporter::finish() {
  for (const auto &M : Types.missing())
    LeftOut["included GIR files that were not found (" + M.first + ")"] = 1;
}

} // namespace

std::unique_ptr<Importer>
makeGirImporter(const ModelLibrary &Known, const ErrorHandler &OnError,
                ArrayRef<std::string> IncludeFolders) {
  return std::make_unique<GirImporter>(Known, OnError, IncludeFolders);
}

} // namespace custody
