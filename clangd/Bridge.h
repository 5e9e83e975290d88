//===- Bridge.h - Between an editor, clangd and the analyst -----*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_BRIDGE_H
#define CUSTODY_CLANGD_BRIDGE_H

#include "clangd/Analyst.h"
#include "clangd/Child.h"
#include "clangd/Findings.h"
#include "clangd/Frame.h"
#include "llvm/ADT/StringMap.h"
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>

namespace custody {

struct BridgeSetup {
  std::vector<std::string> Server;  ///< Command of the clangd for the editor.
  std::vector<std::string> Analyst; ///< Command of the one that analyzes.
  std::string Pages;                ///< Address of the rules' pages, or empty.
};

/// Passes every byte between the editor, at standard input and output, and its
/// clangd, and adds custody's findings to what that clangd publishes, and their
/// fixes to the actions that it offers. Nothing that the editor asks for ever
/// waits for an analysis.
class Bridge {
public:
  explicit Bridge(BridgeSetup Setup);

  /// Runs until the server ends or cannot be started; returns the exit status.
  int run();

private:
  using Clock = std::chrono::steady_clock;
  /// An open document, as the editor sees it.
  struct Document {
    std::string Uri, Language, Text;
    llvm::json::Value Version = nullptr;
    int64_t Serial = 0;
    /// What the server published last, and whether that is about Text.
    std::optional<llvm::json::Object> Published;
    bool IsCurrent = false;
    /// Moved along with edits until there are new ones.
    std::vector<Diagnosed> Findings;
    bool AreFresh = false;
    /// The version whose diagnostics the server owes in any case, whatever is
    /// typed after it; and whether it has to look at the file once more, then.
    std::optional<llvm::json::Value> Owed;
    bool IsFollowed = false;
    bool IsReopened = false; ///< The server was not told of a closing before.
  };

  /// A document that the editor has closed and the server does not know of yet.
  /// clangd does not survive it when it has two looks at the file before it and
  /// must publish the first: the second waits forever for a thread that has
  /// ended, and keeps one of clangd's few places for work.
  struct Closing {
    std::string Uri, Message;
    llvm::json::Value Owed = nullptr;
    Clock::time_point Until; ///< Then it is passed on nevertheless.
  };

  void fromEditor(const llvm::json::Object &Message, std::string &Bytes);
  void fromServer(Frame &F);
  void fromAnalyst(llvm::StringRef Uri, int64_t Serial,
                   const llvm::json::Array &Diagnostics);
  void opened(const llvm::json::Object &Params, std::string &Bytes);
  void anotherLook();
  void leave();
  void changed(const llvm::json::Object &Params);
  void closed(const llvm::json::Object &Params, std::string &Bytes);
  bool reopened(const llvm::json::Object &Opened, std::string &Bytes);
  void keepTime();
  void initialized(const llvm::json::Object &Result);
  void published(const llvm::json::Object &Params, std::string &Bytes);
  std::string withFindings(const Document &D) const;
  bool withFixes(llvm::json::Object &Reply, const llvm::json::Object &Asked);
  void tell(const std::string &Text);

  BridgeSetup Setup;
  Child Server;
  std::mutex
      Input; // The server's; taken before Lock. The thread that listens
             // to the server never takes it: somebody must go on reading.
  std::mutex Output; // The editor's; taken before Lock.
  std::mutex Lock;   // Of what follows. Never held while writing.
  llvm::json::Object Initialize;
  std::optional<std::string> InitializeId;
  std::map<std::string, llvm::json::Object> Asked; // codeAction, by its id.
  llvm::StringMap<Document> Documents;             // By their file.
  llvm::StringMap<Closing> Held;                   // By their file.
  std::condition_variable Released;                // Some of them may go.
  std::optional<Clock::time_point> EndsBy;         // "exit" was said.
  bool IsShutDown = false, HasEnded = false, IsLate = false;
  Encoding Columns = Encoding::UTF16;
  Abilities Can;
  int64_t Serials = 0;
  Analyst Analysis; // Last: its threads use the rest.
};

} // namespace custody

#endif // CUSTODY_CLANGD_BRIDGE_H
