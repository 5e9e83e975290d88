//===- ModelLibrary.cpp - All model files at once -------------------------===//
//
// Part of custody, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ModelLibrary.h"
#include "model/ShippedLibrary.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace custody {

bool ModelLibrary::load(ArrayRef<std::string> UserFiles,
                        ArrayRef<std::string> With,
                        const ErrorHandler &OnError) {
  bool Right = true;
  ErrorHandler Report = [&](const ModelError &E) {
    Right = false;
    OnError(E);
  };
  ErrorHandler Ignore = [](const ModelError &) {};

  enum class Kind { Shipped, With, User };
  struct Text {
    std::string Path;
    std::unique_ptr<MemoryBuffer> Buffer;
    Kind From;
  };
  std::vector<Text> Texts;
  for (const ShippedFile &S : shippedFiles())
    Texts.push_back(
        {S.Name, MemoryBuffer::getMemBuffer(StringRef(S.Text, S.Size), S.Name),
         Kind::Shipped});
  auto Read = [&](const std::string &Path, Kind From) {
    std::string Why;
    if (sys::fs::is_directory(Path)) {
      Why = "it is a folder; name the files in it";
    } else if (auto Buffer = MemoryBuffer::getFile(Path)) {
      Texts.push_back({Path, std::move(*Buffer), From});
      return;
    } else {
      Why = Buffer.getError().message();
    }
    ModelError E;
    E.File = Path;
    E.Message = "cannot read the model file: " + Why;
    Report(E);
  };
  for (const std::string &Path : With)
    Read(Path, Kind::With);
  for (const std::string &Path : UserFiles)
    Read(Path, Kind::User);

  // Families of all files first: any file may use those of another.
  for (const Text &T : Texts)
    for (const std::string &Name : declaredFamilies(T.Buffer->getBuffer()))
      Families.get(Name);
  for (const Text &T : Texts) {
    LoadedFile F;
    F.Path = T.Path;
    F.Shipped = T.From == Kind::Shipped;
    F.Content = loadYaml(T.Buffer->getBuffer(), T.Path,
                         F.Shipped ? Source::Shipped : Source::User, *this,
                         T.From == Kind::With ? Ignore : Report);
    if (T.From != Kind::With)
      Files.push_back(std::move(F));
  }
  return Right;
}

const LoadedFile &ModelLibrary::add(StringRef Path, StringRef Text,
                                    const ErrorHandler &OnError) {
  LoadedFile F;
  F.Path = Path.str();
  F.Content = loadYaml(Text, Path, Source::User, *this, OnError);
  Files.push_back(std::move(F));
  return Files.back();
}

const LoadedFile *ModelLibrary::shipped(StringRef Name) const {
  for (const LoadedFile &F : Files)
    if (F.Shipped && Name == F.Content.Library)
      return &F;
  return nullptr;
}

std::vector<std::string> ModelLibrary::shippedNames() const {
  std::vector<std::string> Names;
  for (const LoadedFile &F : Files)
    if (F.Shipped)
      Names.push_back(F.Content.Library);
  return Names;
}

} // namespace custody
