// Lines are judged one by one by their own words (page_line, byline); only short ones at
// the two ends go, and in between only promos.
#include "article/page_edges.h"

#include <algorithm>

#include "article/byline.h"
#include "article/page_line.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_edge_lines = 6;
constexpr std::size_t longest_promo = 14;  // words

bool is_edge(const PageLine& line) {
  return line.kind != LineKind::content && !line.prose && !line.list_item && !line.table;
}

bool is_promo(const PageLine& line) {
  return is_edge(line) && line.kind == LineKind::promo && line.words <= longest_promo;
}

// A byline that is a date and no more: names may be a heading.
std::optional<DateHint> lone_date(const PageLine& line) {
  const auto byline = read_byline(line.text);
  if (!byline || !byline->date || !byline->authors.empty() || line.prose) {
    return std::nullopt;
  }
  return DateHint{*byline->date, DateSource::byline};
}

}  // namespace

PageEdges trim_page_edges(std::string_view text) {
  PageEdges edges;
  const std::vector<PageLine> lines = page_lines(text, edges.dropped);
  std::size_t first = 0;
  std::size_t end = lines.size();
  for (; first < end && first < most_edge_lines; ++first) {
    auto date = lone_date(lines[first]);
    if (!date && !is_edge(lines[first])) break;
    if (date) edges.dates.push_back(std::move(*date));
  }
  const std::size_t lowest = end > most_edge_lines ? end - most_edge_lines : 0;
  while (end > std::max(first, lowest) && is_edge(lines[end - 1])) --end;
  const bool nothing_left = first >= end;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool inside = i >= first && i < end && !is_promo(lines[i]);
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
