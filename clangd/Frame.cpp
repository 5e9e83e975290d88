//===- Frame.cpp - Messages on a pipe -------------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Frame.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <unistd.h>

using llvm::StringRef;

namespace custody {
namespace {

/// clangd takes no longer message, and no message at all for such a header.
constexpr unsigned long long Longest = 1ull << 30;
/// No header is as long as this.
constexpr size_t LongestLine = 1 << 16;

} // namespace

bool FrameReader::more() {
  if (Used > (1 << 20)) {
    Buffer.erase(0, Used);
    Used = 0;
  }
  char Chunk[1 << 16];
  ssize_t Got;
  do
    Got = ::read(From, Chunk, sizeof(Chunk));
  while (Got < 0 && errno == EINTR);
  if (Got <= 0)
    return false;
  Buffer.append(Chunk, Got);
  return true;
}

bool FrameReader::next(Frame &F) {
  F = Frame();
  size_t At = Used; // What comes next in the header.
  unsigned long long Length = 0;
  auto Give = [&](size_t End) {
    F.Bytes = Buffer.substr(Used, End - Used);
    Used = End;
    if (Used == Buffer.size()) {
      Buffer.clear();
      Used = 0;
    }
    return !F.Bytes.empty();
  };
  // more() may move what is left to the front.
  auto Read = [&] {
    size_t Before = Used;
    bool Got = more();
    At -= Before - Used;
    return Got;
  };
  while (true) {
    size_t End = Buffer.find('\n', At);
    if (End == std::string::npos) {
      if (Buffer.size() - At > LongestLine)
        return Give(Buffer.size());
      if (!Read())
        return Give(Buffer.size());
      continue;
    }
    StringRef Line = StringRef(Buffer).slice(At, End).trim();
    At = End + 1;
    if (Line.consume_front("Content-Length:")) {
      if (Line.trim().getAsInteger(10, Length))
        Length = 0;
    } else if (Line.empty()) {
      break;
    }
  }
  if (Length == 0 || Length > Longest)
    return Give(At);
  while (Buffer.size() - At < Length)
    if (!Read())
      return Give(Buffer.size());
  size_t Header = At - Used;
  Give(At + Length);
  F.BodyAt = Header;
  return true;
}

std::string frame(const llvm::json::Value &Message) {
  std::string Body;
  llvm::raw_string_ostream(Body) << Message;
  return "Content-Length: " + std::to_string(Body.size()) + "\r\n\r\n" + Body;
}

std::string notification(StringRef Method, llvm::json::Value Params) {
  return frame(llvm::json::Object{
      {"jsonrpc", "2.0"}, {"method", Method}, {"params", std::move(Params)}});
}

bool writeAll(int To, StringRef Bytes) {
  while (!Bytes.empty()) {
    ssize_t Put = ::write(To, Bytes.data(), Bytes.size());
    if (Put < 0 && errno == EINTR)
      continue;
    if (Put <= 0)
      return false;
    Bytes = Bytes.drop_front(Put);
  }
  return true;
}

} // namespace custody
