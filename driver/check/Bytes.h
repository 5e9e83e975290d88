//===- Bytes.h - File names in formats made for text ------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A file name is bytes; JSON and XML hold text. Bytes that are not UTF-8 travel
// as characters of a private use area and come back as they were.
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_CHECK_BYTES_H
#define CUSTODY_DRIVER_CHECK_BYTES_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace custody {

/// \p Bytes as valid UTF-8: each byte that belongs to no character becomes one
/// of U+10FF00 to U+10FFFF.
std::string toText(llvm::StringRef Bytes);

/// The bytes that toText() made \p Text of.
std::string toBytes(llvm::StringRef Text);

/// \p Bytes for people: each byte that belongs to no character is a question
/// mark.
std::string toReadable(llvm::StringRef Bytes);

} // namespace custody

#endif // CUSTODY_DRIVER_CHECK_BYTES_H
