//               | 2025  | 2026            | Jobs cut
//       Revenue | $13 m | $14 m     Globex | 600
//
// A column head that is a period gives the period, and the row head is what is counted;
// any other is what is counted, and the row head is of whom. The first line of a table is
// its head when none of its cells holds an amount; a row fits it when it has as many
// cells, or one more (HTML's empty corner is gone). A scale in the head of the column or
// in the corner ("$ in millions") holds for bare numbers. Left out: cells over several
// columns.
#include "article/figure_table.h"

#include <algorithm>
#include <string>

#include "article/ascii.h"
#include "article/figure_period.h"
#include "article/figure_reader.h"
#include "article/table_scale.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_line = 2000;
constexpr std::size_t most_cells = 24;
constexpr std::size_t longest_head = 60;

std::vector<Span> cells_of(std::string_view text, const Span& line) {
  std::vector<Span> cells;
  std::size_t start = line.start;
  for (std::size_t i = line.start; i <= line.end && cells.size() <= most_cells; ++i) {
    if (i < line.end && text[i] != '|') continue;
    Span cell{start, i};
    while (cell.start < cell.end && is_space(text[cell.start])) ++cell.start;
    while (cell.end > cell.start && is_space(text[cell.end - 1])) --cell.end;
    // Outer bars hold nothing; an empty corner counts.
    const bool before = start == line.start && i < line.end;
    const bool outer = cell.length() == 0 && (before || i == line.end);
    if (!outer) cells.push_back(cell);
    start = i + 1;
  }
  return cells;
}

// "|---|:--|"
bool is_rule(std::string_view text, const std::vector<Span>& cells) {
  return std::all_of(cells.begin(), cells.end(), [&](const Span& cell) {
    const std::string_view in = cell.in(text);
    return !in.empty() && in.find_first_not_of("-: ") == std::string_view::npos;
  });
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || is_high(c); });
}

bool is_number(std::string_view cell) {
  return !cell.empty() && is_digit(cell.front()) && is_digit(cell.back()) &&
         cell.find_first_not_of("0123456789,.") == std::string_view::npos;
}

bool may_be_head(std::string_view cell) {
  if (cell.empty() || is_period(cell)) return true;
  if (table_scale(cell)) return true;
  return cell.size() <= longest_head && has_letter(cell) && !is_digit(cell.front()) &&
         is_letter(cell.front());
}

// Heads of columns whose numbers count nothing.
bool is_label(std::string_view head) {
  constexpr std::string_view labels[] = {
      "year", "years", "date",  "day",   "time", "rank",   "ranking",  "number", "pos",
      "pos.", "place", "phone", "round", "week", "season", "position", "age"};
  const std::string folded = to_lower(head);
  return std::find(std::begin(labels), std::end(labels), folded) != std::end(labels);
}

bool is_period_label(std::string_view head) {
  constexpr std::string_view labels[] = {"year", "quarter", "period", "month",
                                         "fiscal year"};
  const std::string folded = to_lower(head);
  return std::find(std::begin(labels), std::end(labels), folded) != std::end(labels);
}

}  // namespace

void TableReader::leave() {
  heads_.clear();
  cells_.clear();
  row_.clear();
}

// From the start of a line.
Span TableReader::line_at(std::size_t start) const {
  Span line{start, start};
  while (line.end < text_.size() && text_[line.end] != '\n' &&
         line.length() < longest_line) {
    ++line.end;
  }
  while (line.end > start && is_space(text_[line.end - 1])) --line.end;
  return line;
}

// Notes a line's cells as heads or as a row.
void TableReader::read_line(const Span& line, bool next) {
  std::vector<Span> cells;
  if (line.length() < longest_line) cells = cells_of(text_, line);
  if (cells.size() < 2 || cells.size() > most_cells) return leave();
  if (is_rule(text_, cells)) {  // the line before was the head
    heads_ = std::move(row_);
    row_.clear();
    cells_.clear();
    return;
  }
  row_ = cells;
  if (!next) {
    leave();
    const bool head = std::all_of(cells.begin(), cells.end(), [&](const Span& cell) {
      return may_be_head(cell.in(text_));
    });
    row_ = cells;
    if (head) heads_ = std::move(cells);
    return;
  }
  const bool fits = cells.size() == heads_.size() || cells.size() == heads_.size() + 1;
  cells_ = fits ? std::move(cells) : std::vector<Span>();
}

void TableReader::enter(const Span& sentence) {
  const std::string_view between = Span{sentence_.end, sentence.start}.in(text_);
  const auto breaks = std::count(between.begin(), between.end(), '\n');
  const bool first = sentence_.end == 0;
  sentence_ = sentence;
  if (!first && breaks == 0) return;  // of the same line
  if (row_.empty() && sentence.in(text_).find('|') == std::string_view::npos) return;
  read_line(line_at(sentence.start), !heads_.empty() && breaks == 1);
}

std::string_view TableReader::head_of(std::size_t at) const {
  const std::size_t corner = cells_.size() - heads_.size();
  return at < corner ? std::string_view() : heads_[at - corner].in(text_);
}

// The head of a column without its scale.
std::string_view TableReader::name_of(std::size_t at) const {
  const std::string_view head = head_of(at);
  const auto scale = table_scale(head);
  return scale ? scale->name : head;
}

// Of the column's head, or of the corner.
std::optional<TableScale> TableReader::scale_of(std::size_t at) const {
  if (auto scale = table_scale(head_of(at))) return scale;
  return heads_.size() == cells_.size() ? table_scale(head_of(0)) : std::nullopt;
}

// A number that stands in a cell alone.
std::optional<Figure> TableReader::bare_figure(std::size_t at) const {
  if (!is_number(cell(at))) return std::nullopt;
  if (const auto scale = scale_of(at)) {
    const bool label = is_label(name_of(at)) || is_period(cell(at));
    if (label || (name_of(at).empty() && row_head().empty())) return std::nullopt;
    return read_figure(scale->before + std::string(cell(at)) + scale->after);
  }
  return counts_bare_numbers(at) ? read_figure(cell(at)) : std::nullopt;
}

std::string_view TableReader::row_head() const {
  const std::string_view head = cell(0);
  return has_letter(head) && head.size() <= longest_head && !is_period(head)
             ? head
             : std::string_view();
}

void TableReader::bind_cell(std::size_t at, Figure& figure) const {
  const std::string_view head = name_of(at);
  const std::string_view row = row_head();
  if (is_period(head) || head.empty()) {
    if (!row.empty() && figure.dimension != "count") figure.counts = std::string(row);
    figure.of.reset();
    if (!head.empty()) figure.period = std::string(head);
    return;
  }
  if (figure.dimension != "count") figure.counts = std::string(head);
  figure.of.reset();
  if (!row.empty()) figure.of = std::string(row);
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (is_period_label(head_of(i)) && is_period(cell(i))) {
      figure.period = std::string(cell(i));
    }
  }
  if (is_period(cell(0))) figure.period = std::string(cell(0));
}

bool TableReader::counts_bare_numbers(std::size_t at) const {
  const std::string_view head = head_of(at);
  if (is_period(head)) return !row_head().empty();
  const auto letters = std::count_if(head.begin(), head.end(), is_letter);
  return letters > 3 && !is_label(head) && head.find('(') == std::string_view::npos;
}

// "$ in millions" in a head is no figure.
void TableReader::drop_scales(std::vector<Figure>& figures, std::size_t first) const {
  for (const Span& head : heads_) {
    if (!sentence_.contains(head) || !table_scale(head.in(text_))) continue;
    figures.erase(std::remove_if(
                      figures.begin() + static_cast<std::ptrdiff_t>(first), figures.end(),
                      [&](const Figure& one) { return head.contains(one.span); }),
                  figures.end());
  }
}

void TableReader::bind(std::vector<Figure>& figures, std::size_t first) const {
  if (!in_row()) return drop_scales(figures, first);
  for (std::size_t at = 1; at < cells_.size(); ++at) {
    if (!sentence_.contains(cells_[at])) continue;
    auto figure = bare_figure(at);
    const auto inside = [&](const Figure& one) { return cells_[at].contains(one.span); };
    const auto here = std::stable_partition(
        figures.begin() + static_cast<std::ptrdiff_t>(first), figures.end(),
        [&](const Figure& one) { return !inside(one); });
    // A scale in the head says more than the number by itself did.
    if (figure && scale_of(at)) figures.erase(here, figures.end());
    const bool told = here != figures.end();
    for (auto one = here; one != figures.end(); ++one) bind_cell(at, *one);
    if (told) continue;
    if (!figure) continue;
    figure->span = cells_[at];
    figure->sentence = sentence_;
    bind_cell(at, *figure);
    figures.push_back(std::move(*figure));
  }
  std::sort(figures.begin() + static_cast<std::ptrdiff_t>(first), figures.end(),
            [](const Figure& a, const Figure& b) { return a.span < b.span; });
}

}  // namespace broadsheet
