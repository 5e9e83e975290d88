//===- Frame.h - Messages on a pipe -----------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_CLANGD_FRAME_H
#define CUSTODY_CLANGD_FRAME_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include <string>

namespace custody {

/// Bytes that were read from an editor or a server: a message of the base
/// protocol, or whatever else came instead.
struct Frame {
  std::string Bytes;                 ///< As they came.
  size_t BodyAt = std::string::npos; ///< Where the JSON begins.

  bool isMessage() const { return BodyAt != std::string::npos; }
  llvm::StringRef body() const {
    return isMessage() ? llvm::StringRef(Bytes).drop_front(BodyAt) : "";
  }
};

/// Cuts what comes from a file descriptor into frames. No byte is lost: what is
/// no message comes as a frame without a body.
class FrameReader {
public:
  explicit FrameReader(int From) : From(From) {}

  /// Waits for the next frame; false at the end of the input.
  bool next(Frame &F);

private:
  bool more();

  int From;
  std::string Buffer;
  size_t Used = 0;
};

/// \p Message with its header.
std::string frame(const llvm::json::Value &Message);

/// The notification \p Method with its header.
std::string notification(llvm::StringRef Method, llvm::json::Value Params);

/// Writes all of \p Bytes; false if nobody reads them any more.
bool writeAll(int To, llvm::StringRef Bytes);

} // namespace custody

#endif // CUSTODY_CLANGD_FRAME_H
