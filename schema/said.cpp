#include "schema/said.h"

#include <algorithm>
#include <xxhash.h>

namespace broadsheet {
namespace {

constexpr std::size_t text_bytes = 8;
constexpr std::size_t count_bytes = 2;
constexpr std::size_t mark_bytes = 2;
constexpr std::size_t most_marks = 0xFFFF;

void append_number(std::string& bytes, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i)
    bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i)
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return value;
}

}  // namespace

WordMark mark_of(std::string_view stem) {
  return static_cast<WordMark>(XXH64(stem.data(), stem.size(), 0));
}

bool Said::has(WordMark mark) const {
  for (std::size_t at = 0; at < marks_.size(); at += mark_bytes) {
    if (number_at(marks_, at, mark_bytes) == mark) return true;
  }
  return false;
}

bool Said::has_all(const std::vector<WordMark>& marks) const {
  return std::all_of(marks.begin(), marks.end(),
                     [&](WordMark mark) { return has(mark); });
}

void append_said(std::string& bytes, std::string_view folded,
                 std::vector<WordMark> marks) {
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  if (marks.size() > most_marks) marks.resize(most_marks);
  append_number(bytes, XXH64(folded.data(), folded.size(), 0), text_bytes);
  append_number(bytes, marks.size(), count_bytes);
  for (const WordMark mark : marks) append_number(bytes, mark, mark_bytes);
}

std::optional<std::vector<Said>> decode_said(std::string_view bytes) {
  std::vector<Said> sentences;
  while (!bytes.empty()) {
    constexpr std::size_t head = text_bytes + count_bytes;
    if (bytes.size() < head) return std::nullopt;
    const std::size_t size = mark_bytes * number_at(bytes, text_bytes, count_bytes);
    if (bytes.size() - head < size) return std::nullopt;
    sentences.emplace_back(number_at(bytes, 0, text_bytes), bytes.substr(head, size));
    bytes.remove_prefix(head + size);
  }
  return sentences;
}

}  // namespace broadsheet
