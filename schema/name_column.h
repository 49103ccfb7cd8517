// Which names each story of one segment has, as arrays: for counting over many stories
// without touching their documents.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace broadsheet {

class NameColumn {
 public:
  // All terms with that prefix, by their posting lists. Forms of one key are one name,
  // shown as most stories have it.
  NameColumn(const Xapian::Database& segment, std::string_view prefix);

  // Names by number, in order of their keys.
  std::size_t size() const { return keys_.size(); }
  std::string_view key(std::size_t name) const { return keys_[name]; }
  std::string_view shown(std::size_t name) const { return shown_[name]; }
  // The number of a key; size() when it is not there.
  std::size_t find(std::string_view key) const;

  // Of a story by its number in the segment; of another one none.
  std::span<const std::uint32_t> of(Xapian::docid story) const {
    if (story + 1 >= start_.size()) return {};
    return {names_.data() + start_[story], names_.data() + start_[story + 1]};
  }

 private:
  std::vector<std::uint32_t> start_;  // by story, into names_
  std::vector<std::uint32_t> names_;
  std::vector<std::string> keys_;
  std::vector<std::string> shown_;
};

}  // namespace broadsheet
