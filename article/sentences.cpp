// Sentences by one pass over the bytes: a line end always closes one, a full stop closes
// one unless it stands inside a number, a name or an abbreviation. Leaves out: sentences
// that go on after a line break, and languages without full stops (one line, one
// sentence).
#include "article/sentences.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace broadsheet {
namespace {

// Abbreviations that do not end a sentence though a capital or a digit follows.
constexpr auto abbreviations = std::to_array<std::string_view>({
    "adm",  "approx", "apr",   "aug",  "ave",  "bros", "c",   "ca",   "capt", "cf",
    "cmdr", "col",    "cpl",   "dec",  "dept", "det",  "dr",  "e.g",  "est",  "etc",
    "feb",  "fig",    "fr",    "ft",   "gen",  "gov",  "hon", "i.e",  "jan",  "jr",
    "jul",  "jun",    "lt",    "ltd",  "maj",  "mar",  "mr",  "mrs",  "ms",   "mt",
    "no",   "nos",    "nov",   "oct",  "op",   "p",    "pp",  "pres", "prof", "pvt",
    "rd",   "rep",    "reps",  "rev",  "rs",   "sec",  "sen", "sens", "sep",  "sept",
    "sgt",  "sr",     "st",    "supt", "u.k",  "u.n",  "u.s", "vol",  "vs",   "v",
    "tues", "thur",   "thurs",
});
static_assert(abbreviations.size() > 60);

// These end one only when what follows cannot be part of the same name.
constexpr auto company_endings =
    std::to_array<std::string_view>({"inc", "corp", "co", "cos", "plc", "a.m", "p.m"});

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
  return is_upper(c) || is_lower(c);
}

constexpr std::size_t longest_word = 8;

// The word before the point, lower case, points inside kept ("u.s"); empty when longer
// than any abbreviation.
struct ShortWord {
  std::array<char, longest_word> bytes{};
  std::size_t size = 0;
  bool capital = false;
  std::string_view view() const { return {bytes.data(), size}; }
};

ShortWord word_before(std::string_view line, std::size_t point) {
  std::size_t start = point;
  while (start > 0 && point - start <= longest_word &&
         (is_letter(line[start - 1]) || line[start - 1] == '.')) {
    --start;
  }
  ShortWord word;
  if (point - start > longest_word || start == point) return word;
  if (start > 0 && (is_digit(line[start - 1]) || (line[start - 1] & 0x80) != 0))
    return word;
  word.capital = is_upper(line[start]);
  for (std::size_t i = start; i < point; ++i) {
    const char c = line[i];
    word.bytes[word.size++] = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return word;
}

template <typename Words>
bool one_of(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether the point at `point`, followed by space and then `next`, ends its sentence.
bool point_ends(std::string_view line, std::size_t point, char next) {
  if (is_lower(next) || next == ',' || next == ';') return false;
  const ShortWord word = word_before(line, point);
  if (word.size == 0) return true;
  if (word.size == 1) return !word.capital;  // an initial: "C. T. Dodgers"
  // "$5 million in the U.S. The" cannot be told from "U.S. The Hague"; names are
  // commoner.
  if (one_of(word.view(), abbreviations)) {
    // "no." and "mar." are also words; without a capital or a digit after them they end.
    return word.view() == "no" && !is_digit(next);
  }
  return one_of(word.view(), company_endings)
             ? is_upper(next) && word.view().size() == 3 && word.view()[1] == '.'
             : true;
}

// Closing quotes and brackets belong to the sentence before them.
std::size_t after_closers(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const std::string_view rest = line.substr(at);
    if (rest[0] == '"' || rest[0] == '\'' || rest[0] == ')' || rest[0] == ']') {
      ++at;
    } else if (rest.starts_with("\xE2\x80\x9D") || rest.starts_with("\xE2\x80\x99")) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

void add_trimmed(std::string_view text, std::size_t start, std::size_t end,
                 std::vector<Span>& out) {
  while (start < end && is_space(text[start])) ++start;
  while (end > start && is_space(text[end - 1])) --end;
  if (start < end) out.push_back({start, end});
}

// "1. Meta cuts jobs": the point of a list number at the start of a line ends nothing.
bool is_list_number(std::string_view line, std::size_t start, std::size_t point) {
  if (point - start > 3) return false;
  return std::all_of(line.begin() + static_cast<std::ptrdiff_t>(start),
                     line.begin() + static_cast<std::ptrdiff_t>(point), is_digit);
}

void split_line(std::string_view text, std::size_t line_start, std::size_t line_end,
                std::vector<Span>& out) {
  const std::string_view line = text.substr(0, line_end);
  std::size_t start = line_start;
  while (start < line_end && is_space(line[start])) ++start;
  const std::size_t first = start;
  for (std::size_t i = start; i < line_end;) {
    const char c = line[i];
    if (c != '.' && c != '!' && c != '?') {
      ++i;
      continue;
    }
    const std::size_t end = after_closers(line, i + 1);
    std::size_t next = end;
    while (next < line_end && is_space(line[next])) ++next;
    if (next == line_end) break;
    const bool ends =
        next > end && !(start == first && is_list_number(line, first, i)) &&
        (c == '.' ? point_ends(line, i, line[next]) : !is_lower(line[next]));
    if (ends) {
      add_trimmed(text, start, end, out);
      start = next;
    }
    i = std::max(end, i + 1);
  }
  add_trimmed(text, start, line_end, out);
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text) {
  std::vector<Span> sentences;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    split_line(text, start, end, sentences);
    start = end + 1;
  }
  return sentences;
}

}  // namespace broadsheet
