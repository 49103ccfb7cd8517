// Lines are judged one by one by their own words (page_line, byline). At the two ends
// all go that show by their words that they are the page's; in between only short ones.
#include "article/page_edges.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/page_line.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_edge_lines = 6;
constexpr std::size_t longest_inside = 14;  // words
constexpr std::size_t longest_byline = 12;  // words

// What opens a byline in the languages whose names are told by their capitals.
constexpr std::string_view by_words[] = {"by ",   "von ", "par ", "por ",
                                         "door ", "di ",  "av ",  "af "};

// Over the text alone: the rubric.
constexpr std::string_view rubrics[] = {"analysis",  "opinion",   "review",     "comment",
                                        "editorial", "exclusive", "commentary", "column",
                                        "breaking",  "live",      "explainer",  "op-ed"};

bool is_rubric(const PageLine& line) {
  return line.words == 1 && std::find(std::begin(rubrics), std::end(rubrics),
                                      to_lower(line.text)) != std::end(rubrics);
}

// What no reader was to see: "[button link=...]", "<img ...>", 1709417828.
bool is_debris(const PageLine& line) {
  constexpr std::size_t longest = 600;
  constexpr std::size_t fewest_digits = 9;
  const std::string_view text = line.text;
  if (text.size() > longest || text.size() < 3) return false;
  const bool set = text.find('=') != text.npos && is_letter(text[1]);
  if (set && text.front() == '[' && text.back() == ']') return true;
  if (text.starts_with("<img ") || text.starts_with("<iframe "))
    return text.back() == '>';
  return text.size() >= fewest_digits && std::all_of(text.begin(), text.end(), is_digit);
}

// "EXAMPLE.COM" under the text is where it came from.
bool is_domain(const PageLine& line) {
  const std::string_view text = line.text;
  const std::size_t dot = text.rfind('.');
  if (line.words != 1 || text.size() > 40 || dot == text.npos || dot == 0) return false;
  const std::string_view top = text.substr(dot + 1);
  return top.size() >= 2 && top.size() <= 4 &&
         std::all_of(top.begin(), top.end(), is_letter) &&
         std::all_of(
             text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dot),
             [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.'; });
}

bool is_edge(const PageLine& line) {
  return line.kind != LineKind::content && !line.list_item && !line.table;
}

bool goes_inside(const PageLine& line) {
  return is_debris(line) ||
         (is_edge(line) && !line.prose && line.words <= longest_inside);
}

// It announces what the page had behind it.
bool announces(const PageLine& line) {
  return line.text.back() == ':' && !line.prose && !line.table;
}

// A byline that is a date and no more, or that says "by": names alone may be a heading.
std::optional<Byline> byline_of(const PageLine& line) {
  if (line.prose || line.words > longest_byline) return std::nullopt;
  auto byline = read_byline(line.text);
  if (byline && byline->date && byline->authors.empty()) return byline;
  const std::string lower = to_lower(std::string_view(line.text).substr(0, 8));
  for (const std::string_view word : by_words) {
    if (!lower.starts_with(word)) continue;
    byline = read_byline("By " + line.text.substr(word.size()));
    if (byline && !byline->authors.empty()) return byline;
  }
  return std::nullopt;
}

// Takes what a byline says; false when the line is none.
bool take_byline(const PageLine& line, PageEdges& edges) {
  const auto byline = byline_of(line);
  if (!byline) return false;
  if (byline->date) edges.dates.push_back({*byline->date, DateSource::byline});
  for (const std::string& author : byline->authors) edges.authors.push_back(author);
  return true;
}

// What is said for the blind behind a link.
std::string without_link_notes(std::string_view text) {
  constexpr std::string_view notes[] = {
      " , opens new tab",        ", opens new tab",       " opens new tab",
      " (opens in new tab)",     " (opens in a new tab)", " (opens in new window)",
      " (opens in a new window)"};
  std::string out(text);
  if (out.find("opens ") == out.npos) return out;
  for (const std::string_view note : notes) {
    for (std::size_t at = 0; (at = out.find(note, at)) != out.npos;)
      out.erase(at, note.size());
  }
  return out;
}

std::string_view without_quotes(std::string_view text) {
  constexpr std::string_view marks[] = {"\"",     "'",      ".",      "\u201C",
                                        "\u201D", "\u2018", "\u2019", "\u2026",
                                        "\u00AB", "\u00BB", "\u201E"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : marks) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        again = true;
      }
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return trimmed(text);
}

// A sentence that stands in a longer line too: a quotation set apart from the text it is
// from. Headings may quote as well, but have no full stop. The first line may also stand
// again as a whole, though not in the next line.
// `at` is where it is in `text`.
bool is_pulled_quote(const PageLine& line, std::string_view text, std::size_t at) {
  constexpr std::size_t shortest = 60;
  constexpr std::size_t longest = 300;
  constexpr std::size_t more = 20;  // of the longer line
  if (line.text.size() < shortest || line.text.size() > longest || !line.sentence ||
      line.list_item || line.table) {
    return false;
  }
  const std::string_view words = without_quotes(line.text);
  if (words.size() < shortest) return false;
  std::size_t found = text.find(words);
  if (found >= at && found < at + line.text.size())
    found = text.find(words, at + line.text.size());
  if (found == text.npos) return false;
  const std::size_t start = text.rfind('\n', found) + 1;  // none: 0
  const std::size_t end = std::min(text.find('\n', found), text.size());
  return end - start >= line.text.size() + more ||
         (at == 0 && found > line.text.size() + 1 &&
          text.substr(start, end - start) == line.text);
}

// Quadratic in what it reads, which is therefore bounded.
std::string without_pulled_quotes(const std::vector<const PageLine*>& lines,
                                  std::vector<std::string>& dropped) {
  constexpr std::size_t longest_text = 64u << 10;
  constexpr std::size_t most_lines = 400;
  std::string all;
  for (const PageLine* line : lines) (all += line->text) += '\n';
  const bool looked = all.size() <= longest_text && lines.size() <= most_lines;
  std::string text;
  std::size_t at = 0;
  for (const PageLine* line : lines) {
    if (looked && is_pulled_quote(*line, all, at)) {
      dropped.push_back(line->text);
    } else {
      if (!text.empty()) text += '\n';
      text += line->text;
    }
    at += line->text.size() + 1;
  }
  return text;
}

}  // namespace

PageEdges trim_page_edges(std::string_view text) {
  PageEdges edges;
  const std::vector<PageLine> lines = page_lines(without_link_notes(text), edges.dropped);
  std::size_t first = 0;
  std::size_t end = lines.size();
  for (; first < end && first < most_edge_lines; ++first) {
    if (!take_byline(lines[first], edges) && !is_edge(lines[first]) &&
        !is_rubric(lines[first]) && !is_debris(lines[first])) {
      break;
    }
  }
  const std::size_t lowest = end > most_edge_lines ? end - most_edge_lines : 0;
  while (end > std::max(first, lowest) &&
         (is_edge(lines[end - 1]) || announces(lines[end - 1]) ||
          is_debris(lines[end - 1]) || is_domain(lines[end - 1]))) {
    --end;
  }
  const bool nothing_left = first >= end;
  std::vector<const PageLine*> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool inside = i >= first && i < end && !goes_inside(lines[i]);
    if (nothing_left || inside) {
      kept.push_back(&lines[i]);
    } else {
      edges.dropped.push_back(lines[i].text);
    }
  }
  edges.text = without_pulled_quotes(kept, edges.dropped);
  return edges;
}

}  // namespace broadsheet
