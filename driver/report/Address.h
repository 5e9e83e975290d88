//===- Address.h - Files as addresses ---------------------------*- C++ -*-===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CUSTODY_DRIVER_REPORT_ADDRESS_H
#define CUSTODY_DRIVER_REPORT_ADDRESS_H

#include "llvm/ADT/StringExtras.h"
#include <string>

namespace custody {

/// \p Path as part of an address: bytes outside of the unreserved ones escaped.
inline std::string address(llvm::StringRef Path) {
  std::string Text;
  for (char C : Path) {
    if (llvm::isAlnum(C) || llvm::StringRef("-._~/").contains(C))
      Text += C;
    else
      Text += '%' + llvm::toHex(llvm::StringRef(&C, 1));
  }
  return Text;
}

} // namespace custody

#endif // CUSTODY_DRIVER_REPORT_ADDRESS_H
