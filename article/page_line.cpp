// Phrases decide only about short lines, or about lines that begin with them: running
// text may well speak of subscriptions and newsletters.
#include "article/page_line.h"

#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "article/page_phrases.h"
#include "article/page_phrases_abroad.h"

namespace broadsheet {
namespace {

constexpr std::string_view tags[] = {
    "strong", "em", "span", "div", "p",  "br", "b",  "i",  "u",   "a",         "li",
    "ul",     "ol", "h1",   "h2",  "h3", "h4", "td", "tr", "sup", "blockquote"};

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// Words that say nothing but "here is a control": arrows and their like.
constexpr std::string_view decorations[] = {
    "\u2192", "\u2190", "\u2197", "\u203A", "\u00BB", "\u25B8", "\u25B6", "\u25BA",
    "\u25BE", "\u25BC", ">",      ":",      "|",      "!",      "-",      "\u2026",
    ".",      "+",      "\u00B7", "\u2022", "#",      "*"};

std::string_view undecorated(std::string_view text) {
  text = trimmed(text);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : decorations) {
      if (ends_with(text, mark)) {
        text = trimmed(text.substr(0, text.size() - mark.size()));
        again = true;
      }
      if (text.substr(0, mark.size()) == mark && !text.empty()) {
        text = trimmed(text.substr(mark.size()));
        again = true;
      }
    }
  }
  return text;
}

// Lower case of a two-byte letter of Western Europe or of Russian, in place.
void lower_letter(char& lead, char& trail) {
  const auto first = static_cast<unsigned char>(lead);
  const auto second = static_cast<unsigned char>(trail);
  if (first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97) {
    trail = static_cast<char>(second + 0x20);
  } else if (first == 0xD0 && second >= 0x90 && second <= 0x9F) {
    trail = static_cast<char>(second + 0x20);
  } else if (first == 0xD0 && second >= 0xA0 && second <= 0xAF) {
    lead = static_cast<char>(0xD1);
    trail = static_cast<char>(second - 0x20);
  }
}

std::string plain_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_high(text[at])) {
      out += to_lower(text[at]);
      continue;
    }
    if (text.substr(at, 3) == "\u2019") {
      out += '\'';
      at += 2;
      continue;
    }
    out += text[at];
    if (at > 0) lower_letter(out[out.size() - 2], out.back());
  }
  return out;
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool word = !is_space(c);
    if (word && !inside) ++count;
    inside = word;
  }
  return count;
}

bool matches(const Phrase& phrase, std::string_view lower, std::string_view bare) {
  switch (phrase.at) {
    case At::start:
      return lower.substr(0, phrase.text.size()) == phrase.text;
    case At::whole:
      return bare == phrase.text;
    case At::anywhere:
      return lower.find(phrase.text) != std::string_view::npos;
  }
  return false;
}

// The phrases that a line may match by its first letter, in the order of the tables.
class PhraseIndex {
 public:
  PhraseIndex() {
    for (const Phrase& phrase : phrases) add(phrase);
    for (const Phrase& phrase : foreign_phrases) add(phrase);
  }

  const std::vector<const Phrase*>& starting(char c) const {
    return by_first_[static_cast<unsigned char>(c)];
  }

 private:
  void add(const Phrase& phrase) {
    if (phrase.at != At::anywhere)
      return by_first_[static_cast<unsigned char>(phrase.text[0])].push_back(&phrase);
    for (auto& all : by_first_) all.push_back(&phrase);
  }

  std::array<std::vector<const Phrase*>, 256> by_first_;
};

// With decoration in front a line has two first letters.
LineKind phrase_kind(std::string_view lower, std::string_view bare, std::size_t words) {
  static const PhraseIndex index;
  for (const char first : {lower.front(), bare.empty() ? lower.front() : bare.front()}) {
    for (const Phrase* phrase : index.starting(first)) {
      if (words <= phrase->most_words && phrase->text.size() <= lower.size() &&
          matches(*phrase, lower, bare)) {
        return phrase->kind;
      }
    }
    if (bare.empty() || bare.front() == lower.front()) break;
  }
  return LineKind::content;
}

LineKind kind_of(std::string_view text, std::size_t words) {
  constexpr std::size_t longest = 80;
  if (words > longest || text.empty()) return LineKind::content;
  const std::string lower = plain_lower(text);
  const std::string bare(undecorated(lower));
  const LineKind kind = phrase_kind(lower, bare, words);
  if (kind != LineKind::content) return kind;
  constexpr std::size_t longest_pair = 40;
  for (const PhrasePair& pair : phrase_pairs) {
    const bool starts = lower.compare(0, pair.start.size(), pair.start) == 0;
    if (words <= longest_pair && starts && lower.find(pair.behind) != lower.npos)
      return pair.kind;
  }
  return LineKind::content;
}

// The tag name that starts at `at` and is closed by '>'; its end behind the '>', or 0.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end < at + 12 &&
         (is_lower(text[end]) || is_digit(text[end]))) {
    ++end;
  }
  const std::string_view name = text.substr(at, end - at);
  if (std::find(std::begin(tags), std::end(tags), name) == std::end(tags)) return 0;
  while (end < text.size() && (text[end] == ' ' || text[end] == '/')) ++end;
  return end < text.size() && text[end] == '>' ? end + 1 : 0;
}

// "<b>", "</strong>", and what is left of them: "/strong>", "-strong>". A lone hyphen
// proves less, so that short names ("x-i>0") need the bracket or the slash.
std::size_t end_of_debris(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c != '<' && c != '/' && c != '-') return 0;
  std::size_t name = at + 1;
  if (c == '<' && name < text.size() && text[name] == '/') ++name;
  const std::size_t end = end_of_tag(text, name);
  return c == '-' && end != 0 && end - name < 4 ? 0 : end;
}

std::string without_tags(std::string_view text) {
  if (text.find('>') == text.npos) return std::string(text);
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = end_of_debris(text, at);
    if (end == 0) continue;
    out.append(text.substr(copied, at - copied));
    copied = end;
    at = end - 1;
  }
  return out.append(text.substr(copied));
}

constexpr std::string_view folding_marks[] = {"\u25B8", "\u25B6", "\u25BA", "\u25BE",
                                              "\u25BC", "\u25B9", "\u2304"};
constexpr std::string_view folding_words[] = {"show",    "hide", "expand",    "collapse",
                                              "more",    "less", "show more", "read more",
                                              "details", "view", "open",      ""};

// "Analysis ▸ Show" is a heading with the control that folds its section.
std::string_view without_control(std::string_view line) {
  constexpr std::size_t longest = 24;  // mark, space and word
  const std::size_t from = line.size() - std::min(line.size(), longest);
  if (line.find('\xE2', from) == line.npos) return line;  // what all marks begin with
  for (const std::string_view mark : folding_marks) {
    const std::size_t at = line.rfind(mark);
    if (at == std::string_view::npos || at < from) continue;
    const std::string word = to_lower(trimmed(line.substr(at + mark.size())));
    if (std::find(std::begin(folding_words), std::end(folding_words), word) !=
        std::end(folding_words)) {
      return trimmed(line.substr(0, at));
    }
  }
  return line;
}

bool is_list_item(std::string_view line) {
  for (const std::string_view mark :
       {"- ", "* ", "+ ", "\u2022", "\u25E6", "\u25AA", "\u00B7 "}) {
    if (line.substr(0, mark.size()) == mark) return true;
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && is_digit(line[digits])) ++digits;
  return digits > 0 && digits + 1 < line.size() &&
         (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

// Closing quotes and brackets behind the stop do not matter.
bool ends_sentence(std::string_view line) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark :
         {"\"", "'", ")", "\u201D", "\u2019", "]", "*", "_"}) {
      if (!ends_with(line, mark)) continue;
      line.remove_suffix(mark.size());
      again = true;
    }
  }
  return ends_with(line, ".") || ends_with(line, "!") || ends_with(line, "?") ||
         ends_with(line, "\u2026") || ends_with(line, "\u3002");
}

bool is_truncated(std::string_view line) {
  return ends_with(line, "...") || ends_with(line, "\u2026") ||
         ends_with(line, "[\u2026]") || ends_with(line, "[...]");
}

PageLine read_line(std::string_view raw) {
  PageLine line;
  const std::string untagged = without_tags(raw);
  line.text = std::string(without_control(trimmed(untagged)));
  line.words = count_words(line.text);
  line.kind = kind_of(line.text, line.words);
  line.list_item = is_list_item(line.text);
  line.table = !line.text.empty() && line.text.front() == '|';
  line.sentence = ends_sentence(line.text);
  line.truncated = is_truncated(line.text);
  constexpr std::size_t long_line = 160;  // bytes: for scripts without spaces
  line.prose = !line.table && ((line.sentence && line.words >= 12) || line.words >= 30 ||
                               (line.sentence && line.text.size() >= long_line));
  return line;
}

// Blanks that are no ASCII space: of "<p>&nbsp;</p>" and the like.
std::string_view without_blanks(std::string_view line) {
  constexpr std::string_view blanks[] = {"\u00A0", "\u200B", "\uFEFF"};
  for (bool again = true; again;) {
    again = false;
    line = trimmed(line);
    for (const std::string_view blank : blanks) {
      if (line.starts_with(blank)) {
        line.remove_prefix(blank.size());
        again = true;
      } else if (line.ends_with(blank)) {
        line.remove_suffix(blank.size());
        again = true;
      }
    }
  }
  return line;
}

}  // namespace

std::vector<PageLine> page_lines(std::string_view text,
                                 std::vector<std::string>& debris) {
  std::vector<PageLine> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view raw = without_blanks(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (raw.empty()) continue;
    PageLine line = read_line(raw);
    if (line.text.empty()) {
      debris.emplace_back(raw);
    } else {
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

bool same_words(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  const auto skip = [](std::string_view text, std::size_t& at) {
    while (at < text.size() && !is_letter(text[at]) && !is_digit(text[at])) {
      const bool mark = text.substr(at, 2) == "\xE2\x80";  // dashes, quotes, dots
      if (is_high(text[at]) && !mark) return;
      at += std::min<std::size_t>(mark ? 3 : 1, text.size() - at);
    }
  };
  for (;;) {
    skip(a, i);
    skip(b, j);
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (to_lower(a[i++]) != to_lower(b[j++])) return false;
  }
}

std::size_t count_invitations(std::string_view text) {
  const std::string lower = plain_lower(text);
  return static_cast<std::size_t>(std::count_if(
      std::begin(invitations), std::end(invitations),
      [&](std::string_view phrase) { return lower.find(phrase) != std::string::npos; }));
}

}  // namespace broadsheet
