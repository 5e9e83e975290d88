//===- Analyst.h - The process that analyzes, from outside ------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_ANALYST_H
#define CUSTODY_CLANGD_ANALYST_H

#include "clangd/Child.h"
#include "clangd/Notes.h"
#include "llvm/Support/JSON.h"
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace custody {

/// Keeps a clangd that runs custody's checks alive and gives it the documents
/// of the editor, each only after it is done with the former text of it: what
/// was typed meanwhile is not analyzed. None of its members ever waits for that
/// process. When it ends without having been asked, another one is started, at
/// growing intervals; a text that ended two of them is not tried again.
class Analyst {
public:
  /// Called, from a thread of the analyst's, with the file, serial number and
  /// diagnostics of each publication.
  using Taker = std::function<void(llvm::StringRef Uri, int64_t Serial,
                                   const llvm::json::Array &Diagnostics)>;
  /// Called with something that the user should be told.
  using Teller = std::function<void(std::string)>;

  /// \p Command starts the process.
  Analyst(std::vector<std::string> Command, Taker Take, Teller Tell)
      : Command(std::move(Command)), Take(std::move(Take)),
        Tell(std::move(Tell)) {}
  ~Analyst() { stop(); }

  /// Lets the work begin; \p Initialize is the first message's params.
  void start(llvm::json::Object Initialize);
  /// The document \p Uri now has \p Text. \p Serial is a number that no other
  /// text of any document has had; higher is later.
  void set(llvm::StringRef Uri, llvm::StringRef Language, std::string Text,
           int64_t Serial);
  /// The server has had its say about \p Uri: if the document is new, it need
  /// not wait any longer.
  void mayBegin(llvm::StringRef Uri);
  void close(llvm::StringRef Uri);
  /// Passes a notification on. One of \p Keep is repeated to a process that is
  /// started later.
  void notify(llvm::StringRef Method, llvm::json::Value Params, bool Keep);
  /// Ends the process and the threads.
  void stop();

private:
  using Clock = std::chrono::steady_clock;
  struct Document {
    std::string Language;
    std::shared_ptr<const std::string> Text;
    int64_t Serial = 0;              ///< Of Text.
    int64_t Sent = 0;                ///< What the process has; 0 is nothing.
    Clock::time_point Due;           ///< When Text is to be sent.
    Clock::time_point Since;         ///< When Sent was.
    Clock::duration Took{};          ///< The last analysis.
    std::chrono::nanoseconds Used{}; ///< CPU time before Sent.
    std::chrono::nanoseconds Seen{}; ///< CPU time when it was looked at ...
    Clock::time_point SeenAt;        ///< ... last.
    bool Waiting = false;            ///< For the findings of Sent.
    bool Closing = false;            ///< As soon as they are there.
    /// The process gives a quick answer first, of what the edit has changed;
    /// the same text brings all.
    bool IsQuick = false;  ///< Not all of Sent was analyzed.
    bool IsSecond = false; ///< Sent was sent for the second time.
    /// What clangd was given. It says nothing about a text that it has already,
    /// so one with an empty line more at its end takes its place.
    std::string Given;
    int64_t Fatal = 0; ///< The serial that processes ended over ...
    unsigned Ends = 0; ///< ... and how many.
  };

  void forget(std::map<std::string, Document>::iterator At);
  void feed();
  void listen(int From);
  void published(llvm::StringRef Uri, int64_t Version,
                 const llvm::json::Array &Diagnostics);
  void hear();
  void listened(const llvm::json::Object &Message);
  std::vector<std::string> ended(int Status);
  void say(std::unique_lock<std::mutex> &Guard,
           const std::vector<std::string> &Messages);
  bool launch(std::string &Error);
  std::string nextMessage(Clock::time_point Now, Clock::time_point &Wake);
  bool isAlive(Document &D, Clock::time_point Now);

  std::vector<std::string> Command;
  Taker Take;
  Teller Tell;

  std::mutex Lock; // Never held while writing to the process or telling.
  std::condition_variable Changed;
  llvm::json::Object Initialize;
  std::map<std::string, Document> Documents;
  std::vector<std::string> Queue; // Messages to be sent as they are.
  std::vector<std::string> Kept;
  Child Process;
  Notes Told;
  bool Stopping = false, Ready = false, Dead = true;
  bool IsLost = false; ///< Killed for having used too much time.
  Clock::time_point StartAt;
  unsigned Failures = 0;
  std::thread Feeder, Listener;
};

} // namespace custody

#endif // CUSTODY_CLANGD_ANALYST_H
