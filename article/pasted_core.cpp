// Running text counts for a run of lines and the short lines of menus and teasers against
// it; the core is the run with the highest sum, found in one pass. Some headings and
// controls between the paragraphs cost less than what they join. A few lines before it
// are kept: title, byline and standfirst are short as well.
#include "article/pasted_core.h"

#include <algorithm>

namespace broadsheet {

namespace {

constexpr std::size_t fewest_around = 40;  // lines that make it a whole page
constexpr std::size_t head_lines = 12;

double value_of(const PageLine& line) {
  constexpr double most = 80;
  constexpr double short_line = -6;
  constexpr std::size_t bytes_a_word = 12;  // in scripts without spaces
  if (line.kind != LineKind::content && !line.prose) return short_line;
  const auto words =
      static_cast<double>(std::max(line.words, line.text.size() / bytes_a_word));
  if (line.prose) return std::min(words, most);
  if (line.table) return 0;
  if (line.list_item) return short_line / 2;
  return line.sentence && line.words >= 4 ? words / 2 : short_line;
}

}  // namespace

LineRange core_of_page(const std::vector<PageLine>& lines) {
  LineRange core{0, lines.size()};
  double best = 0;
  double sum = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += value_of(lines[i]);
    if (sum <= best) continue;
    best = sum;
    core = {first, i + 1};
  }
  if (lines.size() - (core.end - core.first) < fewest_around) return {0, lines.size()};
  core.first -= std::min(core.first, head_lines);
  return core;
}

}  // namespace broadsheet
