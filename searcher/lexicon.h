// Sorted words with the number of stories that have each, in one piece of memory: those
// that begin so, and those that are spelt nearly so.
//
// Spelling is compared in bytes of folded words, as an insertion, a deletion, another
// byte or two that changed places each; a letter that is not ASCII counts as its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

class Lexicon {
 public:
  struct Row {
    std::string word;
    std::uint32_t stories = 0;
    std::uint32_t rank = 0;  // the higher, the likelier it is meant
    std::uint32_t tag = 0;   // whatever the owner wants to know of the word
  };

  // Entries first..last, the last not included.
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
    unsigned distance = 0;
  };

  Lexicon() = default;
  // Of equal words with equal tags the one of the highest rank stays.
  explicit Lexicon(std::vector<Row> rows);

  std::size_t size() const { return stories_.size(); }
  std::string_view word(std::size_t i) const {
    return std::string_view(letters_).substr(starts_[i], starts_[i + 1] - starts_[i]);
  }
  std::uint32_t stories(std::size_t i) const { return stories_[i]; }
  std::uint32_t rank(std::size_t i) const { return ranks_[i]; }
  std::uint32_t tag(std::size_t i) const { return tags_[i]; }

  Range beginning_with(std::string_view prefix) const;

  // Words at a distance of at most `most`. Bounded: gives up beyond some million steps.
  std::vector<Range> near(std::string_view asked, unsigned most) const;

  // Words of which some beginning is at most so far from what was asked.
  std::vector<Range> beginning_near(std::string_view asked, unsigned most) const;

  std::size_t bytes() const;

 private:
  std::vector<Range> walk(std::string_view asked, unsigned most, bool whole) const;
  std::size_t behind(std::string_view prefix, std::size_t from) const;

  std::string letters_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> stories_;
  std::vector<std::uint32_t> ranks_;
  std::vector<std::uint32_t> tags_;
};

}  // namespace broadsheet
