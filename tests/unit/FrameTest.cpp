//===- FrameTest.cpp - Messages on a pipe ---------------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clangd/Frame.h"
#include "gtest/gtest.h"
#include <csignal>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

using namespace custody;
using llvm::StringRef;

namespace {

/// What the frames are that \p Input is cut into, written in pieces of \p Piece
/// bytes; the bodies of messages, and the bytes of others between < and >.
std::vector<std::string> cut(const std::string &Input, size_t Piece) {
  int Ends[2];
  EXPECT_EQ(::pipe(Ends), 0);
  std::thread Writer([&] {
    for (size_t At = 0; At < Input.size(); At += Piece)
      EXPECT_TRUE(writeAll(Ends[1], StringRef(Input).substr(At, Piece)));
    ::close(Ends[1]);
  });
  std::vector<std::string> Frames;
  std::string All;
  FrameReader Reader(Ends[0]);
  Frame F;
  while (Reader.next(F)) {
    Frames.push_back(F.isMessage() ? F.body().str() : "<" + F.Bytes + ">");
    All += F.Bytes;
  }
  Writer.join();
  ::close(Ends[0]);
  EXPECT_EQ(All, Input) << "no byte is lost";
  EXPECT_FALSE(Reader.next(F));
  return Frames;
}

using Frames = std::vector<std::string>;

void expectCut(const std::string &Input, const Frames &Expected) {
  for (size_t Piece : {size_t(1), size_t(7), Input.size() + 1})
    EXPECT_EQ(cut(Input, Piece), Expected) << "in pieces of " << Piece;
}

std::string message(const std::string &Body, const std::string &More = "") {
  return More + "Content-Length: " + std::to_string(Body.size()) + "\r\n\r\n" +
         Body;
}

} // namespace

TEST(Frame, messages) {
  expectCut(message("{}") + message("{\"a\":\"\xC3\xA4\"}"),
            {"{}", "{\"a\":\"\xC3\xA4\"}"});
  expectCut("", {});
}

TEST(Frame, headers) {
  expectCut(message("{}", "Content-Type: application/vscode-jsonrpc\r\n") +
                "Content-Length:3\n\n[1]",
            {"{}", "[1]"});
}

TEST(Frame, whatIsNoMessage) {
  expectCut("# a comment\r\n\r\n" + message("{}"),
            {"<# a comment\r\n\r\n>", "{}"});
  expectCut("Content-Length: many\r\n\r\n" + message("{}"),
            {"<Content-Length: many\r\n\r\n>", "{}"});
  expectCut("Content-Length: 0\r\n\r\n" + message("{}"),
            {"<Content-Length: 0\r\n\r\n>", "{}"});
  // Nobody waits for a terabyte.
  expectCut("Content-Length: 1099511627776\r\n\r\n" + message("{}"),
            {"<Content-Length: 1099511627776\r\n\r\n>", "{}"});
}

TEST(Frame, whatEndsInTheMiddle) {
  expectCut(message("{}") + "Content-Length: 9\r\n\r\n{",
            {"{}", "<Content-Length: 9\r\n\r\n{>"});
  expectCut("Content-Le", {"<Content-Le>"});
}

TEST(Frame, lineWithoutEnd) {
  std::string Noise(200000, 'x');
  Frames Got = cut(Noise, Noise.size());
  EXPECT_GT(Got.size(), 1u) << "it is passed on before it ends";
}

TEST(Frame, longMessages) {
  std::string Input;
  Frames Expected;
  for (size_t Size : {70000, 3000000, 10, 1500000}) {
    Expected.push_back(std::string(Size, 'a' + Expected.size()));
    Input += message(Expected.back());
  }
  EXPECT_EQ(cut(Input, 50000), Expected);
}

TEST(Frame, writing) {
  EXPECT_EQ(frame(llvm::json::Object{{"a", "\xC3\xA4"}}),
            "Content-Length: 10\r\n\r\n{\"a\":\"\xC3\xA4\"}");
  std::string Sent = notification("m", llvm::json::Array{1});
  Frames Got = cut(Sent, Sent.size());
  ASSERT_EQ(Got.size(), 1u);
  auto Value = llvm::json::parse(Got[0]);
  ASSERT_TRUE(bool(Value));
  EXPECT_EQ(*Value, llvm::json::Value(
                        llvm::json::Object{{"jsonrpc", "2.0"},
                                           {"method", "m"},
                                           {"params", llvm::json::Array{1}}}));
}

TEST(Frame, nobodyReads) {
  int Ends[2];
  ASSERT_EQ(::pipe(Ends), 0);
  ::close(Ends[0]);
  auto Before = ::signal(SIGPIPE, SIG_IGN);
  EXPECT_FALSE(writeAll(Ends[1], "text"));
  ::signal(SIGPIPE, Before);
  ::close(Ends[1]);
}
