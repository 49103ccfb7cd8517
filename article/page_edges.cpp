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

bool is_edge(const PageLine& line) {
  return line.kind != LineKind::content && !line.list_item && !line.table;
}

bool goes_inside(const PageLine& line) {
  return is_edge(line) && !line.prose && line.words <= longest_inside;
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

}  // namespace

PageEdges trim_page_edges(std::string_view text) {
  PageEdges edges;
  const std::vector<PageLine> lines = page_lines(text, edges.dropped);
  std::size_t first = 0;
  std::size_t end = lines.size();
  for (; first < end && first < most_edge_lines; ++first) {
    if (!take_byline(lines[first], edges) && !is_edge(lines[first])) break;
  }
  const std::size_t lowest = end > most_edge_lines ? end - most_edge_lines : 0;
  while (end > std::max(first, lowest) &&
         (is_edge(lines[end - 1]) || announces(lines[end - 1]))) {
    --end;
  }
  const bool nothing_left = first >= end;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool inside = i >= first && i < end && !goes_inside(lines[i]);
    if (!nothing_left && !inside) {
      edges.dropped.push_back(lines[i].text);
      continue;
    }
    if (!edges.text.empty()) edges.text += '\n';
    edges.text += lines[i].text;
  }
  return edges;
}

}  // namespace broadsheet
