//===- ClangFlags.cpp - A compiler's flags for the analysis ---------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's own option table reads the command, so that a flag is never taken
// for another's value, and what is not in the table is known to be foreign.
//
//===----------------------------------------------------------------------===//

#include "driver/check/ClangFlags.h"
#include "driver/Compat.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/Arg.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace custody {

namespace {

namespace options = compat::clang_options;

/// True for what makes a difference to the compiler's output but not to what
/// the source means, and for what would write files.
bool concernsOutputOnly(const opt::Option &O) {
  for (unsigned Id : {options::OPT_UNKNOWN,
                      options::OPT_o,
                      options::OPT_c,
                      options::OPT_S,
                      options::OPT_E,
                      options::OPT__analyze,
                      options::OPT_fsyntax_only,
                      options::OPT_emit_llvm,
                      options::OPT_emit_ast,
                      options::OPT_M_Group,
                      options::OPT_W_Group,
                      options::OPT_w,
                      options::OPT_pedantic,
                      options::OPT_pedantic_errors,
                      options::OPT_v,
                      options::OPT_pipe,
                      options::OPT_save_temps_EQ,
                      options::OPT_save_temps,
                      options::OPT_fplugin_EQ,
                      options::OPT_ftime_report,
                      options::OPT_ftime_trace,
                      options::OPT_ftime_trace_EQ,
                      options::OPT_coverage,
                      options::OPT_ftest_coverage,
                      options::OPT_fprofile_arcs,
                      options::OPT_fprofile_generate,
                      options::OPT_fprofile_generate_EQ,
                      options::OPT_fprofile_use,
                      options::OPT_fprofile_use_EQ,
                      options::OPT_fprofile_instr_generate,
                      options::OPT_fprofile_instr_use_EQ,
                      options::OPT__serialize_diags,
                      options::OPT_gsplit_dwarf,
                      options::OPT_gsplit_dwarf_EQ,
                      options::OPT_fmodules_cache_path,
                      options::OPT_gen_cdb_fragment_path,
                      options::OPT_MJ,
                      options::OPT_include_pch,
                      options::OPT_l,
                      options::OPT_L,
                      options::OPT_Wl_COMMA,
                      options::OPT_Wa_COMMA,
                      options::OPT_Xlinker,
                      options::OPT_Xassembler,
                      options::OPT_shared,
                      options::OPT_static,
                      options::OPT_rdynamic})
    if (O.matches(Id))
      return true;
  return false;
}

bool samePath(StringRef A, StringRef B, StringRef Directory) {
  SmallString<256> PathA(A), PathB(B);
  for (auto *Path : {&PathA, &PathB}) {
    compat::makeAbsolute(Directory, *Path);
    sys::path::remove_dots(*Path, /*remove_dot_dot=*/true);
  }
  return PathA == PathB;
}

/// `-Wp,-MMD,file,-DX`: the words for the preprocessor that are kept.
void keepPreprocessorWords(const opt::Arg &A, std::vector<std::string> &To) {
  const auto &Values = A.getValues();
  for (size_t I = 0; I < Values.size(); ++I) {
    StringRef Word = Values[I];
    if (Word == "-MD" || Word == "-MMD" || Word == "-MF" || Word == "-MT" ||
        Word == "-MQ")
      ++I; // Its file comes along.
    else if (Word != "-MP" && Word != "-MG")
      To.push_back("-Wp," + Word.str());
  }
}

} // namespace

std::vector<std::string> analysisFlags(ArrayRef<std::string> Command,
                                       StringRef File, StringRef Directory) {
  std::vector<const char *> Words;
  for (const std::string &Word : Command.drop_front())
    if (Word != "--") // Only says that what follows are files.
      Words.push_back(Word.c_str());
  opt::InputArgList Args = compat::parseClangOptions(Words);

  std::vector<std::string> Flags;
  bool HasInput = false;
  auto AddInput = [&](StringRef Name) {
    // A name that begins with a dash is no option.
    Flags.push_back(Name.front() == '-' ? File.str() : Name.str());
    HasInput = true;
  };
  // What `-Xclang` hands through comes as a row of arguments of one word each.
  std::vector<const opt::Arg *> All(Args.begin(), Args.end());
  auto HandedThrough = [&](size_t I, StringRef Word) {
    return I < All.size() && All[I]->getOption().matches(options::OPT_Xclang) &&
           StringRef(All[I]->getValue()) == Word;
  };
  for (size_t I = 0; I < All.size(); ++I) {
    const opt::Arg &A = *All[I];
    const opt::Option &O = A.getOption();
    if (O.getKind() == opt::Option::InputClass) {
      if (!HasInput && samePath(A.getValue(), File, Directory))
        AddInput(A.getValue());
      continue;
    }
    if (O.matches(options::OPT_Wp_COMMA)) {
      keepPreprocessorWords(A, Flags);
      continue;
    }
    // A precompiled header serves one release of clang; CMake includes the
    // header itself beside it.
    if (HandedThrough(I, "-include-pch") || HandedThrough(I, "-load") ||
        HandedThrough(I, "-add-plugin") || HandedThrough(I, "-plugin")) {
      ++I;
      continue;
    }
    if (concernsOutputOnly(O))
      continue;
    opt::ArgStringList Rendered;
    A.render(Args, Rendered);
    Flags.insert(Flags.end(), Rendered.begin(), Rendered.end());
  }
  if (!HasInput)
    AddInput(File);
  return Flags;
}

} // namespace custody
