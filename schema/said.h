// Which words stand in a headline and in the sentences with figures, or are what these
// count; small enough to be
// read for thousands of stories: 16 bits of hash a word, so that about one word in 3,000
// sentences seems to stand where it does not. Who must know reads the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

using WordMark = std::uint16_t;

WordMark mark_of(std::string_view stem);

// One sentence. The marks point into the bytes that were decoded.
class Said {
 public:
  Said() = default;
  Said(std::uint64_t text, std::string_view marks) : text_(text), marks_(marks) {}

  bool has(WordMark mark) const;
  bool has_all(const std::vector<WordMark>& marks) const;

  // Equal for copies of the sentence.
  std::uint64_t text() const { return text_; }

 private:
  std::uint64_t text_ = 0;
  std::string_view marks_;  // two bytes each
};

// Appends a sentence: its folded words and the marks of the stems that tell, in any
// order.
void append_said(std::string& bytes, std::string_view folded,
                 std::vector<WordMark> marks);

// In the order they were appended; nothing when the bytes are damaged.
std::optional<std::vector<Said>> decode_said(std::string_view bytes);

}  // namespace broadsheet
