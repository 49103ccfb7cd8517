// The files inside a zip or tar, one behind the other, as streams: nothing is ever
// written to a disk, so that names and links in it are harmless.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/decompress.h"
#include "indexer/input.h"

namespace broadsheet {

// By the first bytes of a file. A zip may be an office document as well.
bool is_tar(std::string_view head);
bool is_archive(std::string_view head);

class Archive {
 public:
  // `input` must outlive it. `path` is the file on the disk when the input is one that
  // was not compressed, else empty: a zip tells more from its end.
  Archive(Input& input, std::string path);
  ~Archive();

  struct Member {
    std::string name;        // valid UTF-8, without "./" in front
    std::size_t number = 0;  // its place, 1-based
    std::string refused;     // not empty: it is no readable file, and why
  };

  // False at the end. Folders and what the system that packed it left for itself
  // (".DS_Store", "__MACOSX/") are passed over. Throws Error (unreadable) with the bare
  // reason where the archive is damaged or expands too much.
  bool next(Member& member);

  // The bytes of the current member; good until the next call of next().
  std::unique_ptr<ByteSource> bytes();

  // A read of the current member ended because nothing behind it can be read either.
  bool is_broken() const;

  static constexpr std::size_t max_members = 1'000'000;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadsheet
