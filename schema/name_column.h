// Which names each story of one segment has, as arrays: for counting over many stories
// without touching their documents.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace broadsheet {

class NameColumn {
 public:
  // All terms with that prefix, by their posting lists. Forms of one key are one name,
  // shown as most stories have it. O(postings).
  NameColumn(const Xapian::Database& segment, std::string_view prefix);

  // A column as it lies in `words`, which stay as long as `owner` does; nothing when they
  // are none.
  static std::optional<NameColumn> from(std::span<const std::uint32_t> words,
                                        std::shared_ptr<const void> owner);
  // The column as from() takes it.
  std::span<const std::uint32_t> words() const { return words_; }

  // Names by number, in order of their keys.
  std::size_t size() const { return texts_.size() / 2; }
  std::string_view key(std::size_t name) const { return text(2 * name); }
  std::string_view shown(std::size_t name) const { return text(2 * name + 1); }
  // The number of a key; size() when it is not there.
  std::size_t find(std::string_view key) const;

  // Of a story by its number in the segment; of another one none.
  std::span<const std::uint32_t> of(Xapian::docid story) const {
    if (story + 1 >= start_.size()) return {};
    return names_.subspan(start_[story], start_[story + 1] - start_[story]);
  }

 private:
  NameColumn() = default;
  bool lay_out();
  std::string_view text(std::size_t i) const {
    return {text_ + texts_[i], texts_[i + 1] - texts_[i]};
  }

  std::shared_ptr<const void> owner_;
  std::span<const std::uint32_t> words_;
  // Parts of it.
  std::span<const std::uint32_t> start_;  // by story, into names_
  std::span<const std::uint32_t> names_;
  std::span<const std::uint32_t> texts_;  // key and shown form of each, into text_
  const char* text_ = nullptr;
};

}  // namespace broadsheet
