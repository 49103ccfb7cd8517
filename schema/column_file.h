// The columns of a segment in one file beside its stories, so that a search has them at
// once: made when the segment is, mapped when it is opened. The file can be done without;
// what is missing is counted anew from the posting lists.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schema/name_column.h"

namespace broadsheet {

// A hash of the cluster of each story, by its number in the segment; 0 where there is no
// story. Equal for near-copies alone.
std::vector<std::uint64_t> cluster_hashes(const Xapian::Database& segment);

// Into the folder of a segment that is complete but for this. Throws Xapian::Error,
// Error(unwritable).
void write_columns(const std::string& folder);

class ColumnFile : public std::enable_shared_from_this<ColumnFile> {
 public:
  // Null when there is none, or one of another version, or a damaged one.
  static std::shared_ptr<const ColumnFile> open(const std::string& folder);
  ~ColumnFile();
  ColumnFile(const ColumnFile&) = delete;
  ColumnFile& operator=(const ColumnFile&) = delete;

  // By place in facet_fields().
  std::optional<NameColumn> names(std::size_t facet) const;
  std::span<const std::uint64_t> clusters() const;

 private:
  explicit ColumnFile(std::span<const std::uint64_t> bytes) : words_(bytes) {}
  bool sound() const;
  std::span<const std::uint64_t> part(std::size_t number) const;

  std::span<const std::uint64_t> words_;
};

// For `check`: whether the file is there and what its checksum says.
bool columns_are_sound(const std::string& folder);

}  // namespace broadsheet
