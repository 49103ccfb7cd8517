// Only the end of a text is looked at, from behind: a link to the whole story stands on a
// line of its own or closes the last one, and then behind the end of a sentence. Leaves
// out what asks for a subscription; that is known by page_phrases where pages end.
#include "indexer/readers/feed_ending.h"

#include <algorithm>
#include <string_view>

#include "article/ascii.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest = 400;

constexpr std::string_view more_phrases[] = {
    "continue reading",    "read more",
    "read the full story", "read the full article",
    "read full story",     "keep reading",
    "read the rest",       "full story",
    "weiterlesen",         "mehr lesen",
    "lire la suite",       "leer m\u00E1s",
    "seguir leyendo",      "continua a leggere",
    "lees meer",           "lees verder",
    "leia mais",           "(more...)",
    "(more\u2026)"};

constexpr std::string_view marks[] = {" ",      "\n", "\t",     "\u00A0", ".",
                                      "\u2026", ":",  ">",      "\u00BB", "\u2192",
                                      "\u203A", "]",  "\u2190", "\r"};

std::string_view without_end_marks(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : marks) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      cut = true;
    }
  }
  return text;
}

// A link behind running text: that ends with a sentence, with "..." or with "[...]".
bool may_precede_link(std::string_view text) {
  text = trimmed(text);
  if (text.ends_with("\u00A0")) text.remove_suffix(2);
  for (const std::string_view mark :
       {".", "!", "?", "\u2026", "]", "[", "\"", "\u201D", "\u2019", ")"}) {
    if (text.ends_with(mark)) return true;
  }
  return text.empty();
}

// Where "The post X appeared first on Y." begins; the feeds of WordPress end so.
std::size_t post_note_at(std::string_view tail) {
  const std::string lower = to_lower(tail);
  const std::size_t first_on = lower.rfind(" appeared first on ");
  if (first_on == lower.npos || lower.find('\n', first_on) != lower.npos)
    return tail.npos;
  const std::size_t at = lower.rfind("the post ", first_on);
  const bool whole = at != lower.npos && (at == 0 || lower[at - 1] == '\n' ||
                                          may_precede_link(tail.substr(0, at)));
  return whole ? at : tail.npos;
}

// "Continue reading", "Read more »" at the very end.
std::size_t link_at(std::string_view tail) {
  const std::string lower = to_lower(tail);
  const std::string_view bare = without_end_marks(lower);
  for (const std::string_view phrase : more_phrases) {
    const std::string_view ending = without_end_marks(phrase);
    if (!bare.ends_with(ending)) continue;
    const std::size_t at = bare.size() - ending.size();
    if (at == 0 || lower[at - 1] == '\n') return at;
    if (may_precede_link(std::string_view(lower).substr(0, at))) return at;
  }
  return tail.npos;
}

// "Continue reading Mill to close in June": a last line that says no sentence.
std::size_t titled_link_at(std::string_view tail) {
  constexpr std::size_t longest_line = 200;
  const std::string lower = to_lower(tail);
  const std::size_t feed = lower.rfind('\n');
  const std::size_t at = feed == lower.npos ? 0 : feed + 1;
  const std::string_view line = trimmed(std::string_view(lower).substr(at));
  if (line.size() > longest_line || line.ends_with('.')) return tail.npos;
  for (const std::string_view phrase :
       {"continue reading ", "read more: ", "read more at ", "read more on ",
        "continue reading: "}) {
    if (line.starts_with(phrase)) return at;
  }
  return tail.npos;
}

}  // namespace

void drop_feed_ending(std::string& text, std::vector<std::string>& dropped) {
  for (int turn = 0; turn < 4; ++turn) {
    const std::string_view whole = text;
    std::string_view kept = whole.substr(0, whole.find_last_not_of(" \t\r\n") + 1);
    const std::size_t start = kept.size() - std::min(longest, kept.size());
    const std::string_view tail = kept.substr(start);
    std::size_t at = post_note_at(tail);
    if (at == tail.npos) at = link_at(tail);
    if (at == tail.npos) at = titled_link_at(tail);
    // A text that is nothing else stays: it is all there is.
    if (at == tail.npos || trimmed(kept.substr(0, start + at)).empty()) return;
    dropped.emplace_back(trimmed(tail.substr(at)));
    kept = kept.substr(0, start + at);
    const std::size_t end = kept.find_last_not_of(" \t\r\n") + 1;
    text.resize(end);
    text += '\n';
  }
}

}  // namespace broadsheet
