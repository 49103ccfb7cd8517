// A date among other words: every run of up to six words is tried, the longest first, so
// that "24 de abril de 2026" is not cut short. Words part at spaces, brackets and bars,
// and behind a label's colon ("Published:24 April 2026").
#include <algorithm>
#include <vector>

#include "article/ascii.h"
#include "article/date.h"
#include "article/date_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_words = 60;
constexpr std::size_t longest_run = 6;

bool is_blank(std::string_view text, std::size_t at, std::size_t& length) {
  length = 1;
  if (is_space(text[at])) return true;
  if (text.substr(at, 2) == "\u00A0") {
    length = 2;
    return true;
  }
  return std::string_view("()[]|\"*").find(text[at]) != std::string_view::npos;
}

bool is_label_colon(std::string_view text, std::size_t at) {
  return text[at] == ':' && (at == 0 || !is_digit(text[at - 1]) ||
                             at + 1 >= text.size() || !is_digit(text[at + 1]));
}

std::vector<Span> words_of(std::string_view text) {
  std::vector<Span> words;
  std::size_t from = 0;
  const auto finish = [&](std::size_t end) {
    if (end > from) words.push_back({from, end});
  };
  for (std::size_t at = 0; at < text.size() && words.size() < most_words;) {
    std::size_t length = 1;
    const bool blank = is_blank(text, at, length);
    if (blank || is_label_colon(text, at)) {
      finish(at);
      from = at + length;
    }
    at += length;
  }
  if (words.size() < most_words) finish(text.size());
  return words;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_digit(c) || is_high(c); });
}

Span without_signs(std::string_view line, Span span) {
  const auto is_sign = [](char c) {
    return !is_digit(c) && !is_letter(c) && !is_high(c);
  };
  while (span.end > span.start && is_sign(line[span.end - 1])) --span.end;
  while (span.end > span.start && is_sign(line[span.start])) ++span.start;
  return span;
}

std::optional<FoundDate> longest_from(std::string_view line,
                                      const std::vector<Span>& words, std::size_t first,
                                      DayOrder order) {
  const std::size_t most = std::min(longest_run, words.size() - first);
  for (std::size_t count = most; count > 0; --count) {
    const Span run =
        without_signs(line, {words[first].start, words[first + count - 1].end});
    if (run.end <= run.start) continue;
    const auto date = read_date(line.substr(run.start, run.end - run.start), order);
    if (date && date->precision == Precision::day) return FoundDate{*date, run};
  }
  return std::nullopt;
}

// A day has at least two numbers, itself and its year, or is one long one: "20260424".
// Bytes that begin Latin, Greek and Cyrillic letters, quotes and dashes are no digits of
// any script; of other scripts nothing is known here.
bool may_hold_day(std::string_view line) {
  constexpr std::size_t long_number = 6;
  int numbers = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (static_cast<unsigned char>(line[at]) > 0xD4 && line[at] != '\xE2') return true;
    if (!is_digit(line[at])) continue;
    const std::size_t first = at;
    while (at + 1 < line.size() && is_digit(line[at + 1])) ++at;
    if (++numbers == 2 || at - first + 1 >= long_number) return true;
  }
  return false;
}

}  // namespace

std::optional<FoundDate> find_day(std::string_view line, DayOrder order) {
  line = line.substr(0, 4096);
  if (!may_hold_day(line)) return std::nullopt;
  const std::vector<Span> words = words_of(line);
  for (std::size_t first = 0; first < words.size(); ++first) {
    const std::string_view word =
        line.substr(words[first].start, words[first].end - words[first].start);
    const Span bare = without_signs(line, words[first]);
    const bool may_start =
        has_digit(word) ||
        month_of_word(line.substr(bare.start, bare.end - bare.start)).has_value();
    if (!may_start) continue;
    if (auto found = longest_from(line, words, first, order)) return found;
  }
  return std::nullopt;
}

}  // namespace broadsheet
