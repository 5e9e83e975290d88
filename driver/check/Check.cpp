//===- Check.cpp - custody check, custody plan ----------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From the command line to the exit status: which units, analyze what is out of
// date, put the results together, leave out what is not wanted, write.
//
//===----------------------------------------------------------------------===//

#include "driver/Subcommands.h"
#include "driver/Words.h"
#include "driver/check/Baseline.h"
#include "driver/check/Build.h"
#include "driver/check/Bytes.h"
#include "driver/check/Changes.h"
#include "driver/check/Collect.h"
#include "driver/check/Job.h"
#include "driver/check/Nolint.h"
#include "driver/check/RuleChoice.h"
#include "driver/learn/LearnedText.h"
#include "driver/learn/MergeFacts.h"
#include "driver/report/Report.h"
#include "driver/rust/Rust.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace custody {

namespace {

cl::SubCommand Check("check", "Analyze a program and report what is wrong");
cl::SubCommand Plan("plan", "Write the build that 'check' would run, without "
                            "running it");

cl::OptionCategory What("What to analyze");
cl::OptionCategory How("How to analyze");
cl::OptionCategory Which("Which findings to report");
cl::OptionCategory Output("How to report them");

cl::SubCommand Learn("learn", "Write what a program's functions do to "
                              "ownership as a model file for its users");

cl::SubCommand Rust("rust", "Analyze Rust crates, alone or with the C and C++ "
                            "around them (-p)");

#define BOTH cl::sub(Check), cl::sub(Plan), cl::sub(Learn), cl::sub(Rust)
#define RUNS cl::sub(Check), cl::sub(Learn), cl::sub(Rust)

cl::opt<std::string>
    DatabasePath("p", cl::value_desc("folder"),
                 cl::desc("build folder with compile_commands.json, or that "
                          "file; default: looked for here and above, and in "
                          "build/"),
                 BOTH, cl::cat(What));
cl::list<std::string> Files(cl::Positional,
                            cl::desc("[FILE|FOLDER...] [-- clang flags, or "
                                     "cargo's or rustc's]"),
                            BOTH, cl::cat(What));
cl::list<std::string> Exclude("exclude", cl::value_desc("path"),
                              cl::desc("leave out this file or folder"), BOTH,
                              cl::cat(What));

cl::list<std::string>
    ModelFiles("models", cl::value_desc("file"),
               cl::desc("a model file, beside the nearest .custody.yaml above "
                        "each source"),
               BOTH, cl::cat(How));
cl::opt<std::string>
    WorkDir("work-dir", cl::value_desc("folder"),
            cl::desc("where results are kept for the next run; default: "
                     ".custody in the build folder"),
            BOTH, cl::cat(How));
cl::opt<unsigned> Jobs("jobs", cl::value_desc("n"),
                       cl::desc("units at a time; default: one a core"), RUNS,
                       cl::cat(How));
cl::opt<unsigned> ShortJobs("j", cl::Prefix, cl::value_desc("n"),
                            cl::desc("the same as --jobs"), RUNS, cl::cat(How));
cl::opt<bool> CrossFile("cross-file", cl::value_desc("true|false"),
                        cl::init(true),
                        cl::desc("follow ownership from file to file; default: "
                                 "true"),
                        cl::sub(Check), cl::sub(Rust), cl::sub(Plan),
                        cl::cat(How));
cl::opt<std::string>
    RustcPath("rustc", cl::value_desc("path"),
              cl::desc("the Rust compiler; default: $RUSTC, or "
                       "rustc"),
              cl::sub(Rust), cl::cat(How));
cl::opt<bool> Statistics("statistics",
                         cl::desc("tell what of the crates was not understood"),
                         cl::sub(Rust), cl::cat(Output));
cl::opt<std::string> LibraryName("library", cl::value_desc("name"),
                                 cl::desc("the library's name in the model "
                                          "file; default: that of the folder"),
                                 cl::sub(Learn), cl::cat(Output));
cl::opt<unsigned> Timeout("timeout", cl::value_desc("seconds"), cl::init(600),
                          cl::desc("end the analysis of a unit after this "
                                   "time; default 600, 0 for never"),
                          BOTH, cl::cat(How));
cl::opt<unsigned> Memory("memory", cl::value_desc("MB"), cl::init(4096),
                         cl::desc("and beyond this memory; default 4096, 0 "
                                  "for any"),
                         BOTH, cl::cat(How));
cl::opt<std::string> ClangPath("clang", cl::value_desc("path"),
                               cl::desc("the clang to analyze with"), BOTH,
                               cl::cat(How));
cl::opt<std::string> PluginPath("plugin", cl::value_desc("path"),
                                cl::desc("the custody.so to analyze with"),
                                BOTH, cl::cat(How));

cl::list<std::string>
    Rules("rules", cl::CommaSeparated, cl::value_desc("list"),
          cl::desc("only these rules; +RULE adds an opt-in rule to the default "
                   "ones, -RULE takes one away, 'all' is every rule"),
          BOTH, cl::cat(Which));
cl::opt<Confidence> MinConfidence(
    "min-confidence", cl::desc("how sure a finding must be:"),
    cl::init(Confidence::Low), cl::sub(Check), cl::sub(Rust), cl::cat(Which),
    cl::values(clEnumValN(Confidence::Low, "low",
                          "as sure as names and types make it (default)"),
               clEnumValN(Confidence::High, "high",
                          "resting on no inference from names")));
cl::opt<std::string> BaselineFile("baseline", cl::value_desc("file"),
                                  cl::desc("leave out the findings that this "
                                           "file knows"),
                                  cl::sub(Check), cl::sub(Rust),
                                  cl::cat(Which));
cl::opt<bool> UpdateBaseline("update-baseline",
                             cl::desc("write all findings into the baseline"),
                             cl::sub(Check), cl::sub(Rust), cl::cat(Which));
cl::opt<std::string> Diff("diff", cl::value_desc("revision"),
                          cl::desc("only findings on lines that have changed "
                                   "since this revision of git"),
                          cl::sub(Check), cl::sub(Rust), cl::cat(Which));

enum class Format { Text, Json, Sarif, Html, Github, CodeChecker };
cl::opt<Format>
    As("format", cl::desc("one of:"), cl::init(Format::Text), cl::sub(Check),
       cl::sub(Rust), cl::cat(Output),
       cl::values(clEnumValN(Format::Text, "text", "as clang prints (default)"),
                  clEnumValN(Format::Json, "json", "a JSON object a line"),
                  clEnumValN(Format::Sarif, "sarif", "SARIF 2.1.0"),
                  clEnumValN(Format::Html, "html", "one page for a browser"),
                  clEnumValN(Format::Github, "github",
                             "annotations of GitHub's actions"),
                  clEnumValN(Format::CodeChecker, "codechecker",
                             "a property list for CodeChecker; -o names a "
                             "folder, which gets a labels file, too")));
cl::opt<std::string> OutputFile("o", cl::value_desc("file"),
                                cl::desc("write there instead of to the "
                                         "terminal"),
                                RUNS, cl::cat(Output));
cl::opt<bool> Brief("brief", cl::desc("text: one line a finding"),
                    cl::sub(Check), cl::sub(Rust), cl::cat(Output));
cl::opt<bool> Quiet("quiet", cl::desc("no progress and no summary"), RUNS,
                    cl::cat(Output));
cl::opt<cl::boolOrDefault> Color("color", cl::value_desc("true|false"),
                                 cl::desc("text: colors; default: on a "
                                          "terminal"),
                                 cl::sub(Check), cl::sub(Rust),
                                 cl::cat(Output));

std::string workFolder(const Project &P) {
  if (!WorkDir.empty())
    return absolutePath(WorkDir);
  SmallString<256> Folder(P.Database.empty()
                              ? absolutePath(".")
                              : sys::path::parent_path(P.Database).str());
  sys::path::append(Folder, ".custody");
  // Without a database each crate is a program of its own.
  if (Rust && P.Database.empty()) {
    std::string All;
    for (const std::string &File : Files)
      All += absolutePath(File) + '\n';
    sys::path::append(Folder,
                      "rust-" + utohexstr(xxHash64(All), /*LowerCase=*/true));
  }
  return Folder.str().str();
}

/// Crates, and the units of the database that -p names.
int gatherRust(const Invocation &Call, const Toolchain &Tools,
               rust::Crates &Crates, Project &P) {
  if (!DatabasePath.empty()) {
    std::string Path = findDatabase(DatabasePath);
    if (Path.empty())
      return fail("no compile_commands.json in '" + DatabasePath + "'");
    std::string Error = loadDatabase(Path, P);
    if (!Error.empty())
      return fail(Error);
    selectUnits(P, {}, Exclude);
  }
  std::vector<std::string> Wanted(Files.begin(), Files.end());
  return Crates.add(Wanted, Call.Flags, RustcPath, Tools.Self, workFolder(P),
                    P);
}

/// Which units: from the database, or the files before `--`.
int gather(const Invocation &Call, Project &P) {
  std::vector<std::string> Wanted(Files.begin(), Files.end());
  if (Call.HasFlags) {
    if (Wanted.empty())
      return fail("name the files that the flags after '--' are for");
    if (!DatabasePath.empty())
      return fail("-p and flags after '--' exclude each other");
    addFiles(Wanted, Call.Flags, P);
    P.Whole = P.Units.size();
    selectUnits(P, {}, Exclude);
  } else {
    std::string Path = findDatabase(DatabasePath);
    if (Path.empty())
      return fail(
          (DatabasePath.empty()
               ? Twine("no compile_commands.json here, above, or in build/")
               : "no compile_commands.json in '" + DatabasePath + "'") +
          "; CMake writes it with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON, Meson "
          "always, any other build under 'bear -- make'; or give the flags: "
          "custody check FILE... -- -Iinclude");
    std::string Error = loadDatabase(Path, P);
    if (!Error.empty())
      return fail(Error);
    P.Whole = P.Units.size();
    std::string Lost = selectUnits(P, Wanted, Exclude);
    if (!Lost.empty())
      return fail("no entry of '" + P.Database + "' compiles '" + Lost +
                  "'; for a file of its own, give the flags after '--'");
  }
  if (P.Units.empty() && P.Missing.empty())
    return fail("nothing is left to analyze");
  return 0;
}

/// Leaves out and marks what the command line does not want. \p Note gets what
/// the summary should mention.
int select(Report &R, const RuleChoice &Choice, Sources &Lines,
           std::string &Note) {
  llvm::erase_if(R.Issues, [&](const Issue &I) {
    return !Choice.shows(I.Rule) || I.Sure < MinConfidence;
  });
  markNolint(R.Issues, Lines);
  if (!Diff.empty()) {
    Changes Changed;
    std::string Error = Changed.load(Diff, ".");
    if (!Error.empty())
      return fail(Error);
    llvm::erase_if(R.Issues,
                   [&](const Issue &I) { return !Changed.touches(I); });
  }
  if (UpdateBaseline) {
    if (!R.Failures.empty())
      return 0; // Not all findings are known: the old one stays.
    std::string Error = writeBaseline(BaselineFile, R.Issues);
    if (!Error.empty())
      return fail(Error);
  }
  if (!BaselineFile.empty()) {
    unsigned Gone = 0;
    std::string Error = applyBaseline(BaselineFile, R.Issues, Gone);
    if (!Error.empty())
      return fail(Error);
    // What was not looked at is not gone.
    if (Gone && Files.empty() && Diff.empty() && Rules.empty() &&
        R.Failures.empty() && MinConfidence == Confidence::Low)
      Note = "; " + utostr(Gone) +
             " of the baseline gone (--update-baseline forgets them)";
  }
  return 0;
}

void write(const Report &R, Sources &Lines, raw_ostream &OS) {
  switch (As) {
  case Format::Text:
    return writeText(R, Lines, OS);
  case Format::Json:
    return writeJsonLines(R, Lines, OS);
  case Format::Sarif:
    return writeSarif(R, Lines, OS);
  case Format::Html:
    return writeHtml(R, Lines, OS);
  case Format::Github:
    return writeGithub(R, Lines, OS);
  case Format::CodeChecker:
    return writeCodeChecker(R, Lines, OS);
  }
}

std::string writeTo(StringRef Path, function_ref<void(raw_ostream &)> Write) {
  std::string Text;
  raw_string_ostream OS(Text);
  Write(OS);
  return writeAtomically(Path, OS.str());
}

int output(const Report &R, Sources &Lines) {
  if (OutputFile.empty() || OutputFile == "-") {
    if (As == Format::Text)
      outs().enable_colors(Color == cl::BOU_UNSET ? outs().has_colors()
                                                  : Color == cl::BOU_TRUE);
    write(R, Lines, outs());
    outs().flush();
    if (std::error_code EC = outs().error()) {
      outs().clear_error();
      return fail("cannot write the findings: " + EC.message());
    }
    return 0;
  }
  std::string Path = OutputFile, Error;
  if (As == Format::CodeChecker) {
    if (std::error_code EC = sys::fs::create_directories(OutputFile))
      return fail("cannot make the folder '" + OutputFile +
                  "': " + EC.message());
    SmallString<256> Labels(OutputFile), List(OutputFile);
    sys::path::append(Labels, "clangsa.labels.json");
    sys::path::append(List, "custody.plist");
    Path = List.str().str();
    Error = writeTo(Labels, writeCodeCheckerLabels);
  }
  if (Error.empty())
    Error = writeTo(Path, [&](raw_ostream &OS) { write(R, Lines, OS); });
  return Error.empty() ? 0 : fail(Error);
}

void tellFailures(const Report &R, const Sources &Lines) {
  for (const Failure &F : R.Failures)
    errs() << "custody: error: " << toReadable(Lines.name(F.File)) << ": "
           << F.Why << '\n';
}

void summarize(const Report &R, const BuildRun &Run, StringRef Note) {
  if (Quiet)
    return;
  size_t Open = R.open(), Commented = 0, Known = 0;
  for (const Issue &I : R.Issues) {
    Commented += I.Silence == Silenced::InSource;
    Known += I.Silence == Silenced::InBaseline;
  }
  errs() << "custody: " << counted(Open, "finding", "findings") << " in "
         << counted(R.Units, "unit", "units") << ", "
         << (Run.Ran ? utostr(Run.Ran) : "none") << " of them analyzed now";
  if (Commented)
    errs() << "; " << Commented << " silenced by comments";
  if (Known)
    errs() << "; " << Known << " known to the baseline";
  errs() << Note;
  if (!R.Failures.empty())
    errs() << "; " << R.Failures.size() << " could not be analyzed";
  errs() << '\n';
}

/// What models say against bodies, and who taught nothing.
void tellLearning(const BuildRun &Run, const Sources &Lines) {
  for (StringRef Rest = Run.Contradictions; !Rest.empty();) {
    StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    warn(Lines.shortened(Line));
  }
  for (const std::string &File : Run.Untaught)
    warn(toReadable(Lines.name(File)) +
         " could not be learned from: what its functions do is not known to "
         "the other files");
}

int writeLearnt(const Build &B, const BuildRun &Run, const Sources &Lines) {
  tellLearning(Run, Lines);
  Facts Program;
  std::string Error = readFacts(B.folder(), Program);
  if (!Error.empty())
    return fail(Error);
  std::string Library = LibraryName;
  if (Library.empty())
    Library = sys::path::filename(absolutePath(".")).str();
  ModelText Text = toModelText(solve(Program), Library);
  if (OutputFile.empty() || OutputFile == "-")
    Text.write(outs());
  else
    Error = writeTo(OutputFile, [&](raw_ostream &OS) { Text.write(OS); });
  if (!Error.empty())
    return fail(Error);
  if (!Quiet)
    errs() << "custody: learned "
           << counted(Text.Functions.size(), "function", "functions")
           << "; go through them before you rely on them\n";
  return Run.Untaught.empty() ? 0 : 2;
}

int checkOptions(const Invocation &Call) {
  if (UpdateBaseline) {
    if (BaselineFile.empty())
      return fail("--update-baseline needs --baseline=FILE");
    // Without a database, the files are the program.
    if ((!Files.empty() && !Call.HasFlags) || !Diff.empty() || !Exclude.empty())
      return fail("--update-baseline writes the findings of the whole program; "
                  "name no files, --exclude or --diff with it");
  }
  if (As == Format::CodeChecker && OutputFile.empty())
    return fail("--format=codechecker needs a folder: -o FOLDER");
  return 0;
}

} // namespace

int runCheck(const Invocation &Call) {
  if (!Check && !Plan && !Learn && !Rust)
    return -1;
  RuleChoice Choice;
  std::string Error =
      Choice.read(std::vector<std::string>(Rules.begin(), Rules.end()));
  if (!Error.empty())
    return fail(Error);
  if (int Status = checkOptions(Call))
    return Status;
  Toolchain Tools = findToolchain(Call.Program, ClangPath, PluginPath);
  std::vector<std::string> Bad = problems(Tools);
  for (const std::string &Problem : Bad)
    fail(Problem);
  if (!Bad.empty())
    return 2;
  Project P;
  rust::Crates Crates;
  if (int Status = Rust ? gatherRust(Call, Tools, Crates, P) : gather(Call, P))
    return Status;
  std::vector<std::string> Extra(ModelFiles.begin(), ModelFiles.end());
  if (int Status = checkModels(assignModels(P, Extra)))
    return Status;

  BuildOptions Options;
  Options.Jobs = ShortJobs.getNumOccurrences() ? ShortJobs : Jobs;
  Options.Seconds = Timeout;
  Options.Megabytes = Memory;
  Options.Progress = !Quiet;
  Options.OptInRules = Choice.optIn();
  Options.OnlyLearn = bool(Learn);
  // One file has nobody to learn from.
  Options.CrossFile = CrossFile && P.Whole > 1;
  Build B(workFolder(P), Tools, Options);
  Error = B.open();
  if (Error.empty())
    // Those of other files are still good when only some are looked at.
    Error = B.write(P, /*Forget=*/Files.empty() && Exclude.empty());
  if (!Error.empty())
    return fail(Error);

  Sources Lines(absolutePath("."));
  if (Plan) {
    Report Unplanned;
    Unplanned.Failures = P.Missing;
    tellFailures(Unplanned, Lines);
    outs() << "custody: planned " << counted(P.Units.size(), "unit", "units")
           << "; run them with\n  ninja -k 0 -C '" << B.folder()
           << "'\nand see the findings with 'custody check' and the same "
              "options\n";
    return P.Missing.empty() ? 0 : 2;
  }
  BuildRun Run = B.run(P);
  if (!Run.Error.empty())
    return fail(Run.Error);
  if (Learn)
    return writeLearnt(B, Run, Lines);
  tellLearning(Run, Lines);
  Report R = collect(P, B, Run, Lines, Crates);
  R.Brief = Brief;
  std::string Note;
  if (int Status = select(R, Choice, Lines, Note))
    return Status;
  if (int Status = output(R, Lines))
    return Status;
  tellFailures(R, Lines);
  if (UpdateBaseline && !R.Failures.empty())
    fail("the baseline was not written: not every unit could be analyzed");
  if (Rust && (Statistics || !Quiet))
    Crates.tellShare(Statistics);
  summarize(R, Run, Note);
  return !R.Failures.empty() ? 2 : R.open() ? 1 : 0;
}

} // namespace custody
