// Files opened and cut into pieces of work that can be read one by one, on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "indexer/reader.h"
#include "indexer/walk.h"

namespace broadsheet {

// The bytes of a whole file or of one record, or a skip that is known already.
struct Work {
  std::size_t file = 0;
  const Reader* reader = nullptr;
  std::optional<std::string> member;  // the file inside an archive
  std::optional<std::size_t> line;    // the record in it, or the member's place
  bool record = false;                // one of a file that is cut
  std::string bytes;
  std::string reason;       // not empty: skipped
  bool whole_file = false;  // the skip is of the file as such
  std::uint64_t raw = 0;    // bytes of the file on the disk that are read by now
};

// False: no more is wanted.
using TakeWork = std::function<bool(Work)>;

// Undoes compression, looks into archives (and into one inside another), chooses the
// reader of each file by its content and name, and cuts what is cut. Never throws for
// what the file holds: what cannot be read becomes work with a reason, and what was read
// before the damage stands.
void cut_into_work(std::size_t number, const FoundFile& file, const TakeWork& take);

// Reads one piece of work that has a reader.
void read_work(const Work& work, const std::string& path, const ReadOptions& options,
               StorySink& sink);

}  // namespace broadsheet
