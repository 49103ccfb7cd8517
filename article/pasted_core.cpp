// Running text counts for a run of lines and the short lines of menus and teasers against
// it; the core is the run with the highest sum, and what stands near it with a sum that
// is not much lower. Some headings and controls between the paragraphs cost less than
// what they join. A few lines before it are kept: title, byline and standfirst are short
// too.
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

struct Run {
  LineRange lines;
  double value = 0;
};

// The one with the highest sum in [from, to).
Run best_run(const std::vector<double>& values, std::size_t from, std::size_t to) {
  Run best{{from, from}, 0};
  double sum = 0;
  std::size_t first = from;
  for (std::size_t i = from; i < to; ++i) {
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    sum += values[i];
    if (sum > best.value) best = {{first, i + 1}, sum};
  }
  return best;
}

// Stories with long lists or tables fall into several runs. The next one on either side
// belongs to it when it is a good part of the first.
LineRange joined(const std::vector<double>& values, const Run& core) {
  constexpr int most_runs = 8;  // each is a pass
  constexpr double good_part = 0.3;
  LineRange lines = core.lines;
  for (int i = 0; i < most_runs; ++i) {
    const Run before = best_run(values, 0, lines.first);
    const Run behind = best_run(values, lines.end, values.size());
    if (std::max(before.value, behind.value) < good_part * core.value) break;
    if (before.value > behind.value) {
      lines.first = before.lines.first;
    } else {
      lines.end = behind.lines.end;
    }
  }
  return lines;
}

}  // namespace

LineRange core_of_page(const std::vector<PageLine>& lines) {
  std::vector<double> values;
  values.reserve(lines.size());
  for (const PageLine& line : lines) values.push_back(value_of(line));
  const Run best = best_run(values, 0, values.size());
  const LineRange all{0, lines.size()};
  if (best.value <= 0) return all;
  LineRange core = joined(values, best);
  if (lines.size() - (core.end - core.first) < fewest_around) return all;
  core.first -= std::min(core.first, head_lines);
  return core;
}

}  // namespace broadsheet
