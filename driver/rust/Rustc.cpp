//===- Rustc.cpp - The Rust compiler --------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/rust/Rustc.h"
#include "driver/Compat.h"
#include "driver/check/Job.h"
#include "driver/check/Project.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include <cstdlib>

using namespace llvm;

namespace custody::rust {

/// The releases that print alike: 1.First to 1.Last.
constexpr unsigned First = 95, Last = 97;

static const char *const Into = "CUSTODY_RUST_INTO";

/// The optimizer off, panics without unwinding, drops explicit, spans beside
/// every statement.
static std::vector<std::string> printingFlags(const std::string &File) {
  return {"--emit=mir=" + File,     "-Cpanic=abort",
          "-Cdebug-assertions=off", "-Zmir-opt-level=0",
          "-Zmir-include-spans=on", "-Ztrim-diagnostic-paths=no",
          "--cap-lints=allow"};
}

static std::string joined(StringRef Folder, const Twine &Name) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Name);
  return Path.str().str();
}

/// The line of \p Log that says what went wrong.
static std::string errorIn(StringRef Log) {
  while (!Log.empty()) {
    auto [Line, Rest] = Log.split('\n');
    if (compat::startsWith(Line.trim(), "error"))
      return Line.trim().str();
    Log = Rest;
  }
  return "it said nothing";
}

std::string Rustc::find(StringRef Given) {
  std::string Name = Given.str();
  if (Name.empty())
    if (const char *FromEnvironment = std::getenv("RUSTC"))
      Name = FromEnvironment;
  if (Name.empty())
    Name = "rustc";
  if (Name.find('/') != std::string::npos)
    Program = sys::fs::can_execute(Name) ? absolutePath(Name) : "";
  else if (ErrorOr<std::string> Found = sys::findProgramByName(Name))
    Program = *Found;
  if (Program.empty())
    return "no '" + Name +
           "' was found; install one (Debian: apt install rustc-web cargo-web) "
           "or name it with --rustc=PATH";
  SmallString<128> Log;
  if (std::error_code EC =
          sys::fs::createTemporaryFile("custody", "rustc", Log))
    return "cannot make a temporary file: " + EC.message();
  std::string LogName = Log.str().str();
  compat::run(Program, {Program, "-vV"}, LogName, LogName, 60);
  std::string Text = contentOf(LogName);
  sys::fs::remove(LogName);
  StringRef Release =
      StringRef(Text).split("release: ").second.split('\n').first;
  Version = Release.trim().str();
  auto [Major, Rest] = Release.split('.');
  unsigned Minor = 0;
  Rest.split('.').first.getAsInteger(10, Minor);
  if (Major == "1" && Minor >= First && Minor <= Last)
    return "";
  return "'" + Program + "' is rustc " +
         (Version.empty() ? "of no known version" : Version) +
         ", whose output is not known. Known:\n"
         "  1.95  1.96  1.97   (Debian 12: rustc-web 1.96)\n"
         "Name one of these with --rustc=PATH";
}

/// The value of `key = "..."` in the first part of a Cargo.toml.
static std::string tomlValue(StringRef Text, StringRef Section, StringRef Key) {
  bool In = false;
  while (!Text.empty()) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    Line = Line.trim();
    if (compat::startsWith(Line, "["))
      In = Line == Section;
    auto [Name, Value] = Line.split('=');
    if (In && Name.trim() == Key)
      return Value.trim().trim('"').str();
  }
  return "";
}

std::string Rustc::print(StringRef Path, ArrayRef<std::string> Flags,
                         StringRef Folder, StringRef Self,
                         std::vector<Printed> &To) {
  std::string Whole = absolutePath(Path);
  if (std::error_code EC = sys::fs::create_directories(Folder))
    return "cannot make the folder '" + Folder.str() + "': " + EC.message();
  // What rustc prints takes its unstable options, which a release only takes
  // so.
  ::setenv("RUSTC_BOOTSTRAP", "1", 1);
  if (!sys::fs::is_directory(Whole))
    return sys::fs::exists(Whole) ? printFile(Whole, Flags, Folder, To)
                                  : "there is no file '" + Path.str() + "'";
  if (sys::fs::exists(joined(Whole, "Cargo.toml")))
    return printCargo(Whole, Flags, Folder, Self, To);
  return "'" + Path.str() +
         "' has no Cargo.toml; name a crate's folder or a source file";
}

std::string Rustc::printFile(const std::string &File,
                             ArrayRef<std::string> Flags, StringRef Folder,
                             std::vector<Printed> &To) {
  std::string Name = sys::path::stem(File).str();
  for (char &C : Name)
    if (!isAlnum(C))
      C = '_';
  std::string Mir = joined(Folder, Name + ".mir"),
              Log = joined(Folder, Name + ".log");
  sys::fs::remove(Mir);
  std::vector<std::string> Words = {Program, File, "--crate-type=lib",
                                    "--crate-name=" + Name};
  for (std::string &Flag : printingFlags(Mir))
    Words.push_back(Flag);
  if (llvm::none_of(Flags, [](StringRef F) {
        return compat::startsWith(F, "--edition");
      }))
    Words.push_back("--edition=2021");
  Words.insert(Words.end(), Flags.begin(), Flags.end());
  compat::Finished End = compat::run(Program, Words, Log, Log);
  std::string Said = contentOf(Log);
  sys::fs::remove(Log);
  if (End.Status != 0 || !sys::fs::exists(Mir))
    return "'" + File + "' does not compile: " + errorIn(Said);
  To.push_back({Name, Mir, absolutePath(".")});
  return "";
}

std::string Rustc::printCargo(const std::string &Folder,
                              ArrayRef<std::string> Flags, StringRef Into_,
                              StringRef Self, std::vector<Printed> &To) {
  // Debian's cargo-web is called so, too.
  SmallString<256> Beside(sys::path::parent_path(Program));
  sys::path::append(Beside, "cargo");
  std::string Cargo = Beside.str().str();
  if (!sys::fs::can_execute(Cargo)) {
    ErrorOr<std::string> Found = sys::findProgramByName("cargo");
    if (!Found)
      return "no cargo was found beside '" + Program +
             "' nor in the PATH; name the crate's lib.rs instead of its folder";
    Cargo = *Found;
  }
  std::string Out = joined(Into_, "printed"), Log = joined(Into_, "cargo.log");
  sys::fs::create_directories(Out);
  ::setenv(Into, Out.c_str(), 1);
  ::setenv("RUSTC", Program.c_str(), 1);
  ::setenv("RUSTC_WRAPPER", Self.str().c_str(), 1);
  std::vector<std::string> Words = {Cargo,
                                    "check",
                                    "--lib",
                                    "--manifest-path",
                                    joined(Folder, "Cargo.toml"),
                                    "--target-dir",
                                    joined(Into_, "target")};
  std::string Manifest = contentOf(joined(Folder, "Cargo.toml"));
  bool IsWorkspace = tomlValue(Manifest, "[package]", "name").empty();
  if (IsWorkspace)
    Words.push_back("--workspace");
  Words.insert(Words.end(), Flags.begin(), Flags.end());
  compat::Finished End = compat::run(Cargo, Words, Log, Log);
  std::string Said = contentOf(Log);
  ::unsetenv("RUSTC_WRAPPER");
  ::unsetenv(Into);
  std::error_code EC;
  std::vector<std::string> Files;
  for (sys::fs::directory_iterator I(Out, EC), E; I != E && !EC;
       I.increment(EC))
    if (sys::path::extension(I->path()) == ".mir")
      Files.push_back(I->path());
  llvm::sort(Files);
  for (const std::string &File : Files)
    To.push_back({sys::path::stem(File).str(), File,
                  contentOf(StringRef(File).drop_back(4) + ".folder")});
  if (End.Status != 0)
    return "'" + Folder + "' does not build: " + errorIn(Said) + " (" + Log +
           ")";
  if (Files.empty())
    return "'" + Folder + "' has no library that cargo would build";
  return "";
}

bool isRustcWrapper(int Argc, char **Argv) {
  return Argc > 1 && std::getenv(Into) && std::getenv("RUSTC_WRAPPER") &&
         StringRef(Argv[1]).contains("rustc");
}

int runRustcWrapper(int Argc, char **Argv) {
  std::vector<std::string> Words(Argv + 1, Argv + Argc);
  compat::Finished End = compat::run(Words[0], Words, "", "");
  // Only libraries of the workspace, and not what runs during the build.
  std::string Name;
  bool IsLibrary = false, ForHost = false;
  std::vector<std::string> Print = {Words[0]};
  for (size_t I = 1; I < Words.size(); ++I) {
    StringRef W = Words[I];
    StringRef Next = I + 1 < Words.size() ? StringRef(Words[I + 1]) : "";
    if (W == "--crate-name")
      Name = Next.str();
    if (W == "--crate-type") {
      IsLibrary |= Next == "lib" || Next == "rlib" || Next == "cdylib" ||
                   Next == "staticlib";
      ForHost |= Next == "bin" || Next == "proc-macro";
    }
    if (W == "--test")
      ForHost = true;
    if (compat::startsWith(W, "--emit") ||
        compat::startsWith(W, "--error-format") ||
        compat::startsWith(W, "--json") ||
        compat::startsWith(W, "-Cembed-bitcode"))
      continue;
    if (W == "-C" && (compat::startsWith(Next, "incremental=") ||
                      compat::startsWith(Next, "extra-filename="))) {
      ++I;
      continue;
    }
    if (W == "--out-dir") {
      ++I;
      continue;
    }
    Print.push_back(Words[I]);
  }
  if (End.Status != 0 || !IsLibrary || ForHost || Name.empty() ||
      Name == "build_script_build" || !std::getenv("CARGO_PRIMARY_PACKAGE"))
    return End.Status < 0 ? 101 : End.Status;
  std::string Mir = joined(std::getenv(Into), Name + ".mir");
  for (std::string &Flag : printingFlags(Mir))
    Print.push_back(Flag);
  std::string Log = Mir + ".log";
  compat::run(Print[0], Print, Log, Log);
  SmallString<256> Here;
  sys::fs::current_path(Here);
  writeAtomically(joined(std::getenv(Into), Name + ".folder"), Here);
  return 0;
}

} // namespace custody::rust
