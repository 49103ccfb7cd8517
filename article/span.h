// A stretch of a text by UTF-8 byte offsets, end exclusive. It points into a text
// that somebody else owns, so that nothing is copied in order to highlight it.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace broadsheet {

struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  std::size_t length() const { return end - start; }
  bool contains(const Span& other) const {
    return start <= other.start && other.end <= end;
  }
  bool overlaps(const Span& other) const {
    return start < other.end && other.start < end;
  }
  std::string_view in(std::string_view text) const {
    return text.substr(start, end - start);
  }
  // clang-tidy 14 takes the default's comparison with 0 for one with a null pointer.
  auto operator<=>(const Span&) const = default;  // NOLINT(modernize-use-nullptr)
};

}  // namespace broadsheet
