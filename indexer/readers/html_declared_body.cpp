// Declared texts lack leads, headings and lists, and many are cut off: so they say only
// where a story ends, and that only when their own end was found in it. Texts are
// compared by their letters alone; spaces, quotes and markup differ.
#include "indexer/readers/html_declared_body.h"

#include <string_view>
#include <utility>

#include "article/ascii.h"
#include "indexer/readers/html_text.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest = 256u << 10;
constexpr std::size_t most_lines = 20;  // behind the end

std::string letters_of(std::string_view text) {
  std::string letters;
  letters.reserve(text.size());
  for (const char c : text) {
    if (is_letter(c) || is_digit(c) || is_high(c)) letters += to_lower(c);
  }
  return letters;
}

// The start of the line behind the one in which the declared text ends; npos where that
// is not found.
std::size_t find_end(std::string_view text, std::string_view declared) {
  constexpr std::size_t told = 24;  // letters that tell a line
  if (declared.size() < told) return text.npos;
  const std::string_view last = declared.substr(declared.size() - told);
  std::size_t end = text.size();
  for (std::size_t count = 0; end > 0 && count < most_lines; ++count) {
    const std::size_t start = end < 2 ? 0 : text.rfind('\n', end - 2) + 1;
    const std::string line = letters_of(text.substr(start, end - start));
    if (line.size() >= told) {
      if (line.find(last) != line.npos) return end;
      if (declared.find(line) != declared.npos) return text.npos;
    }
    end = start;
  }
  return text.npos;
}

void cut_behind(std::string_view declared, std::size_t letters, RawStory& story) {
  const std::size_t end = find_end(story.text, declared);
  if (end >= story.text.size()) return;
  const std::size_t kept = letters_of(std::string_view(story.text).substr(0, end)).size();
  const bool another = declared.size() * 5 < kept * 4;
  const bool cut_off = kept * 3 < letters * 2;
  if (another || cut_off) return;
  story.dropped.push_back(story.text.substr(end));
  story.text.resize(end);
}

}  // namespace

void heed_declared_body(const std::string& body, RawStory& story) {
  if (body.empty() || body.size() > longest || story.text.size() > longest) return;
  const std::string text = looks_like_html(body) ? html_to_text(body) : body;
  const std::string declared = letters_of(text);
  const std::size_t letters = letters_of(story.text).size();
  constexpr std::size_t long_enough = 400;
  if (letters == 0 || (declared.size() >= long_enough && declared.size() > 2 * letters)) {
    if (letters > 0) story.dropped.push_back(std::move(story.text));
    story.text = text;
    return;
  }
  cut_behind(declared, letters, story);
}

}  // namespace broadsheet
