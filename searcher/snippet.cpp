#include "searcher/snippet.h"

#include <algorithm>
#include <optional>

#include "article/sentences.h"
#include "article/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t wanted = 280;   // bytes of a snippet
constexpr std::size_t longest = 360;  // a sentence up to this is shown whole

// A stretch of the text, and whether it begins or ends inside a sentence.
struct Passage {
  Span span;
  bool cut_start = false;
  bool cut_end = false;
};

// The first mark of the window of `wanted` bytes in one line that has the most different
// words; the earliest of several. A passage goes by sentences of one line, so that what
// stands in the next would not be shown.
std::size_t best_start(std::string_view text, const std::vector<Marker::Mark>& marks,
                       std::size_t words) {
  std::vector<std::size_t> count(words, 0);
  std::size_t distinct = 0;
  std::size_t best = 0;
  std::size_t best_distinct = 0;
  std::size_t line_end = 0;
  std::size_t line_start = 0;
  for (std::size_t first = 0, last = 0; last < marks.size(); ++last) {
    if (count[marks[last].word]++ == 0) ++distinct;
    if (marks[last].span.start >= line_end) {
      line_start = marks[last].span.start;
      line_end = std::min(text.find('\n', line_start), text.size());
    }
    while (first < last && (marks[last].span.end - marks[first].span.start > wanted ||
                            marks[first].span.start < line_start)) {
      if (--count[marks[first++].word] == 0) --distinct;
    }
    if (distinct > best_distinct) {
      best_distinct = distinct;
      best = first;
    }
  }
  return best;
}

// Where the passage is to be; a figure that is asked for counts as two words.
std::size_t best_place(std::string_view text, std::vector<Marker::Mark> marks,
                       const std::vector<Span>& asked) {
  std::size_t words = 0;
  for (const auto& mark : marks) words = std::max(words, mark.word + 1);
  for (const Span& figure : asked) {
    marks.push_back({.span = figure, .word = words});
    marks.push_back({.span = figure, .word = words + 1});
  }
  std::sort(marks.begin(), marks.end(),
            [](const auto& a, const auto& b) { return a.span < b.span; });
  return marks.empty() ? 0 : marks[best_start(text, marks, words + 2)].span.start;
}

Span line_around(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  return {start, std::min(text.find('\n', at), text.size())};
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == 0 || at >= text.size() || text[at] == ' ' || text[at - 1] == ' ' ||
         text[at] == '\n' || text[at - 1] == '\n';
}

std::size_t to_character(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// A stretch of a long sentence around `at`, moved to word boundaries when one is near.
Passage cut_around(std::string_view text, Span sentence, std::size_t at) {
  const std::size_t lead = wanted / 4;
  std::size_t start = at - std::min(at - sentence.start, lead);
  std::size_t end = std::min(start + wanted, sentence.end);
  for (int i = 0; i < 40 && start > sentence.start && !is_boundary(text, start); ++i)
    --start;
  for (int i = 0; i < 40 && end < sentence.end && !is_boundary(text, end); ++i) --end;
  start = to_character(text, start);
  end = std::max(start, to_character(text, end));
  return {{start, end}, start > sentence.start, end < sentence.end};
}

// Whole sentences of the line from the one at `at` on, while they fit.
Passage passage(std::string_view text, std::size_t at) {
  const Span line = line_around(text, at);
  Span chosen = line;
  bool found = false;
  for (Span sentence : split_sentences(line.in(text))) {
    sentence = {sentence.start + line.start, sentence.end + line.start};
    if (!found && sentence.end > at) {
      chosen = sentence;
      found = true;
    } else if (found && sentence.end - chosen.start <= wanted) {
      chosen.end = sentence.end;
    } else if (found) {
      break;
    }
  }
  if (chosen.length() > longest)
    return cut_around(text, chosen, std::max(at, chosen.start));
  return {.span = chosen};
}

// From the passage on into the next lines, while there is room: a headline-like line
// alone says too little.
Passage widened(std::string_view text, Passage found) {
  Span& span = found.span;
  while (!found.cut_end && span.length() < wanted / 2 && span.end < text.size()) {
    const std::size_t next = text.find_first_not_of(" \n", span.end);
    if (next == std::string_view::npos) break;
    const Passage more = passage(text, next);
    if (more.cut_end || more.span.end - span.start > longest ||
        more.span.end <= span.end) {
      break;
    }
    span.end = more.span.end;
  }
  return found;
}

Span inside(const Span& span, const Span& window, std::size_t shift) {
  const std::size_t start = std::max(span.start, window.start) - window.start + shift;
  const std::size_t end = std::min(span.end, window.end) - window.start + shift;
  return {start, end};
}

}  // namespace

namespace {

unsigned lower_ascii(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 'A' && byte <= 'Z' ? byte + 32U : byte;
}

// Letters and digits; a byte that is not ASCII may be one.
bool is_word_byte(unsigned c) {
  return c >= 128 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

Marker::Marker(const Query& query, Stemmer& stem) : stem_(stem) {
  std::vector<std::string> all = words_to_mark(query);
  const bool only_stop_words = std::all_of(
      all.begin(), all.end(), [](const std::string& word) { return is_stop_word(word); });
  for (AskedWord& word : asked_words(all, query.text)) {
    if (!only_stop_words && is_stop_word(word.text)) continue;
    add_start(word.text);
    words_.push_back(std::move(word));
  }
}

void Marker::add_start(const std::string& word) {
  starts_.insert(word.substr(0, 2));
  const auto first = static_cast<unsigned char>(word.empty() ? ' ' : word[0]);
  const auto second = static_cast<unsigned char>(word.size() > 1 ? word[1] : ' ');
  if (first < 128) first_letters_.set(first);
  if (first < 128 && second < 128) two_letters_.set(first * 128U + second);
}

// Whether one of the words may begin in a stretch without spaces, by two letters. What is
// not ASCII is always looked at closer, as are signs within a word: "U.S.", "8,000".
bool Marker::may_have_word(std::string_view chunk) const {
  unsigned before = ' ';
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    const unsigned c = lower_ascii(chunk[i]);
    if (c >= 128) return true;
    if (is_word_byte(c) && !is_word_byte(before) && first_letters_[c]) {
      const unsigned next = i + 1 < chunk.size() ? lower_ascii(chunk[i + 1]) : ' ';
      if (!is_word_byte(next) || next >= 128 || two_letters_[c * 128 + next]) return true;
    }
    before = c;
  }
  return false;
}

void Marker::add_marks(std::string_view text, Span chunk, const StoryStemming& stemmings,
                       std::vector<Mark>& found) const {
  const Word* before = nullptr;
  std::vector<Word> words = split_words(chunk.in(text));
  for (Word& word : words) {
    word.span = {word.span.start + chunk.start, word.span.end + chunk.start};
    const Stemming stemming = stemmings.of(word.text);
    if (before != nullptr && makes_pair(*before, word) &&
        starts_.contains(std::string_view(before->text).substr(0, 2))) {
      const Stems pair{.first = before->text + word.text, .second = {}};
      mark(found, pair, {before->span.start, word.span.end}, stemming);
    }
    before = &word;
    if (!starts_.contains(std::string_view(word.text).substr(0, 2))) continue;
    const std::string form = word.marked ? exact_form(word.span.in(text)) : word.text;
    mark(found, stem_.stems(word.text, form, stemming), word.span, stemming);
  }
}

const Marker::Places& Marker::stems_in(Stemming stemming) const {
  const auto [place, is_new] = stems_.try_emplace(stemming);
  if (!is_new) return place->second;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Stems stems = stem_.stems(words_[i].text, words_[i].exact(), stemming);
    place->second.emplace(stems.first, i);
    if (!stems.second.empty()) place->second.emplace(stems.second, i);
  }
  return place->second;
}

// Pairs of characters may overlap; a mark begins where the one before ends.
void Marker::mark(std::vector<Mark>& found, const Stems& stems, Span span,
                  Stemming stemming) const {
  const Places& places = stems_in(stemming);
  auto known = places.find(stems.first);
  if (known == places.end() && !stems.second.empty()) known = places.find(stems.second);
  if (known == places.end()) return;
  if (!found.empty()) span.start = std::max(span.start, found.back().span.end);
  if (span.start < span.end) found.push_back({.span = span, .word = known->second});
}

std::vector<Marker::Mark> Marker::marks(
    std::string_view text, const std::optional<std::string>& language) const {
  std::vector<Mark> found;
  if (words_.empty()) return found;
  const StoryStemming stemmings(language);
  // No word reaches over a space.
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    if (may_have_word(text.substr(at, end - at)))
      add_marks(text, {at, end}, stemmings, found);
    at = end + 1;
  }
  return found;
}

std::size_t Marker::distinct(std::string_view text,
                             const std::optional<std::string>& language) const {
  std::set<std::size_t> words;
  for (const Mark& mark : marks(text, language)) words.insert(mark.word);
  return words.size();
}

namespace {

// The passage that shows best which of the query's words the first one does not have;
// nothing when there is none or it is too long.
std::optional<Passage> complement(std::string_view text,
                                  const std::vector<Marker::Mark>& marks,
                                  const Passage& first) {
  std::set<std::size_t> shown;
  for (const auto& mark : marks) {
    if (mark.span.overlaps(first.span)) shown.insert(mark.word);
  }
  std::vector<Marker::Mark> missing;
  for (const auto& mark : marks) {
    if (shown.count(mark.word) == 0) missing.push_back(mark);
  }
  if (missing.empty()) return std::nullopt;
  const Passage found = passage(text, best_place(text, missing, {}));
  const bool fits = first.span.length() + found.span.length() <= longest;
  if (!fits || found.cut_start || found.cut_end || found.span.overlaps(first.span))
    return std::nullopt;
  return found;
}

void append(Snippet& snippet, const Article& article, const Passage& passage,
            const std::vector<Marker::Mark>& marks) {
  const Span& window = passage.span;
  if (!snippet.text.empty()) snippet.text += ' ';
  if (passage.cut_start || !snippet.text.empty()) snippet.text += "… ";
  const std::size_t shift = snippet.text.size();
  snippet.text += window.in(article.text);
  std::replace(snippet.text.begin() + static_cast<std::ptrdiff_t>(shift),
               snippet.text.end(), '\n', ' ');
  for (const auto& mark : marks) {
    if (mark.span.overlaps(window))
      snippet.marks.push_back(inside(mark.span, window, shift));
  }
  for (const Figure& figure : article.figures) {
    if (!figure.in_title && window.contains(figure.span))
      snippet.figures.push_back(inside(figure.span, window, shift));
  }
  if (passage.cut_end) snippet.text += " …";
}

}  // namespace

Snippet make_snippet(const Article& article, const Marker& marker,
                     const std::vector<Span>& asked) {
  Snippet snippet;
  const std::string_view text = article.text;
  if (text.empty()) return snippet;
  const auto marks = marker.marks(text, article.language);
  const Passage best = passage(text, best_place(text, marks, asked));
  const auto second = complement(text, marks, best);
  append(snippet, article, second ? best : widened(text, best), marks);
  if (second) append(snippet, article, *second, marks);
  return snippet;
}

}  // namespace broadsheet
