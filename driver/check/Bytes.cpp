//===- Bytes.cpp - File names in formats made for text --------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/check/Bytes.h"
#include "llvm/Support/ConvertUTF.h"

using llvm::StringRef;

namespace custody {

namespace {

// U+10FF00 + byte is F4 8F BC..BF 80..BF in UTF-8.
constexpr char Lead[] = "\xF4\x8F";
constexpr unsigned char ThirdBase = 0xBC;

template <class Fn> std::string convert(StringRef Bytes, Fn Foreign) {
  std::string Text;
  while (!Bytes.empty()) {
    unsigned Length = llvm::getNumBytesForUTF8(Bytes[0]);
    const auto *Begin = reinterpret_cast<const llvm::UTF8 *>(Bytes.data());
    if (Length <= Bytes.size() &&
        llvm::isLegalUTF8Sequence(Begin, Begin + Length)) {
      Text += Bytes.take_front(Length);
      Bytes = Bytes.drop_front(Length);
      continue;
    }
    Foreign(Text, static_cast<unsigned char>(Bytes[0]));
    Bytes = Bytes.drop_front();
  }
  return Text;
}

} // namespace

std::string toText(StringRef Bytes) {
  return convert(Bytes, [](std::string &Text, unsigned char Byte) {
    Text += Lead;
    Text += static_cast<char>(ThirdBase + Byte / 64);
    Text += static_cast<char>(0x80 + Byte % 64);
  });
}

std::string toBytes(StringRef Text) {
  std::string Bytes;
  for (size_t I = 0; I < Text.size(); ++I) {
    if (Text.substr(I, 2) == Lead && I + 3 < Text.size()) {
      unsigned Third = static_cast<unsigned char>(Text[I + 2]);
      unsigned Fourth = static_cast<unsigned char>(Text[I + 3]);
      if (Third >= ThirdBase && Third < ThirdBase + 4) {
        Bytes += static_cast<char>((Third - ThirdBase) * 64 + (Fourth & 63));
        I += 3;
        continue;
      }
    }
    Bytes += Text[I];
  }
  return Bytes;
}

std::string toReadable(StringRef Bytes) {
  return convert(Bytes, [](std::string &Text, unsigned char) { Text += '?'; });
}

} // namespace custody
