// Figures for people: a table of claims with their sentences and what other sources say;
// or the groups of claims; with counts by unit and thing.
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/figure_agreement.h"
#include "searcher/figure_label.h"
#include "searcher/render/formats.h"
#include "searcher/render/terminal.h"
#include "searcher/render/text_parts.h"

namespace broadsheet {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 6;      // of a column that others give way to
constexpr std::size_t listed_values = 8;  // of a facet
constexpr std::size_t indent = 4;

// A table as wide as its cells need, narrowed from the widest column where the terminal
// is narrower. The first row is the heading.
template <std::size_t count>
class Table {
 public:
  using Row = std::array<std::string, count>;

  // The last `kept` columns are narrowed only when nothing else is left.
  Table(std::vector<Row> rows, std::size_t room, std::size_t kept)
      : rows_(std::move(rows)) {
    for (const Row& row : rows_)
      for (std::size_t i = 0; i < count; ++i)
        widths_[i] = std::max(widths_[i], std::min(display_width(row[i]), room));
    std::size_t sum = gap * (count - 1);
    for (const std::size_t width : widths_) sum += width;
    for (; sum > room; --sum) {
      auto* widest = std::max_element(widths_.data(), widths_.data() + count - kept);
      if (*widest <= narrowest)
        widest = std::max_element(widths_.data(), widths_.data() + count);
      --*widest;
    }
  }

  std::string line(std::size_t row, const std::array<bool, count>& right = {}) const {
    std::string line;
    for (std::size_t i = 0; i < count; ++i)
      line += padded(rows_[row][i], widths_[i], right[i]) + std::string(gap, ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  }

 private:
  std::vector<Row> rows_;
  std::array<std::size_t, count> widths_{};
};

// The value alone: what it counts stands beside it.
std::string value_text(Figure figure) {
  if (figure.dimension == "count") figure.unit.clear();
  figure.counts.reset();
  return to_string(figure);
}

std::string row_value(const FigureRow& row) {
  const bool possible = row.figure.match == Sureness::possible;
  return value_text(row.figure.figure) + (possible ? " (possibly)" : "");
}

std::array<std::string, 5> cells_of(const FigureRow& row) {
  std::string outlet = row.story.outlet.value_or("");
  if (row.outlets > 1) outlet += fmt::format(" +{}", row.outlets - 1);
  return {figure_label(row.figure), row_value(row), row.figure.figure.of.value_or(""),
          std::move(outlet), row.story.date ? to_string(*row.story.date) : "unknown"};
}

// Rows of one sentence that follow each other share it.
bool same_sentence(const FigureRow& a, const FigureRow& b) {
  return a.story.id == b.story.id && a.figure.sentence == b.figure.sentence;
}

std::string voice_text(const ComparedClaim& claim) {
  std::string who =
      claim.story.outlet.value_or(cut_to_width(claim.story.display_title, 30));
  if (claim.story.date) who += ", " + to_string(*claim.story.date);
  return fmt::format("{} ({})", claim.figure.printed, who);
}

// Of a revision all versions, else the other sources: those that say something else,
// where they differ.
bool is_told_beside(const FigureRow& row, const ComparedClaim& claim) {
  if (row.agreement->state == Agreement::State::revised) return true;
  if (claim.story.id == row.story.id) return false;
  return row.agreement->state == Agreement::State::agree ||
         closeness(row.figure.figure, claim.figure.figure) != Closeness::same;
}

// "agrees with about 600 roles (Example Post, 2025-10-22)".
std::string agreement_text(const FigureRow& row) {
  std::vector<std::string> others;
  for (const ComparedClaim& claim : row.agreement->claims)
    if (is_told_beside(row, claim)) others.push_back(voice_text(claim));
  if (others.empty()) return {};
  const std::string listed = join_nonempty(others, "; ");
  switch (row.agreement->state) {
    case Agreement::State::agree:
      return "agrees with " + listed;
    case Agreement::State::differ:
      return "differs from " + listed;
    case Agreement::State::revised:
      return "revised: " + listed;
  }
  return {};
}

std::string rows_text(const FigureResults& results, const RenderOptions& options) {
  using Row = Table<5>::Row;
  std::vector<Row> rows = {{"figure", "read as", "said of", "outlet", "date"}};
  for (const FigureRow& row : results.rows) rows.push_back(cells_of(row));
  const Table<5> table(std::move(rows), columns(options), 1);
  std::string out = "\n" + styled(table.line(0), Style::heading, options.colour) + "\n";
  std::vector<StyledSpan> places;
  for (std::size_t i = 0; i < results.rows.size(); ++i) {
    const FigureRow& row = results.rows[i];
    out += table.line(i + 1) + "\n";
    if (row.agreement)
      out += paragraph(agreement_text(row), Style::warning, indent, options);
    places.push_back({row.figure.in_sentence, Style::figure});
    if (i + 1 < results.rows.size() && same_sentence(row, results.rows[i + 1])) continue;
    out += paragraph(row.figure.sentence, places, indent, options);
    places.clear();
  }
  return out;
}

std::string amount_text(const Amount& amount) {
  Figure figure;
  figure.low = figure.high = amount;
  return to_string(figure);
}

std::string days_text(const FigureGroup& group) {
  if (!group.first) return "unknown";
  const std::string first = to_string(*group.first);
  const std::string latest = to_string(*group.latest);
  if (first == latest) return first;
  constexpr std::size_t year = 4, month = 7;
  const bool one_year = first.substr(0, year) == latest.substr(0, year);
  const std::size_t shown = one_year ? month : year;
  return first.substr(0, shown) + ".." + latest.substr(0, shown);
}

std::string thing_text(const FigureGroup& group) {
  if (!group.counts) return group.unit;
  const bool counted = group.counts->ends_with(group.unit);
  return counted ? *group.counts : join_nonempty({group.unit, *group.counts}, " ");
}

std::string groups_text(const FigureResults& results, const RenderOptions& options) {
  using Row = Table<7>::Row;
  std::vector<Row> rows = {{"thing", "said of", "n", "least", "median", "most", "days"}};
  for (const FigureGroup& group : results.groups) {
    rows.push_back({thing_text(group), group.of.value_or(""), grouped(group.count),
                    amount_text(group.minimum), amount_text(group.median),
                    amount_text(group.maximum), days_text(group)});
  }
  const std::size_t count = rows.size();
  const Table<7> table(std::move(rows), columns(options), 5);
  const std::array<bool, 7> right = {false, false, true, true, true, true, false};
  std::string out =
      "\n" + styled(table.line(0, right), Style::heading, options.colour) + "\n";
  for (std::size_t i = 1; i < count; ++i) out += table.line(i, right) + "\n";
  return out;
}

std::string facet_text(const Facet& facet, const RenderOptions& options) {
  std::vector<std::string> values;
  for (const FacetValue& value : facet.values) {
    if (values.size() >= listed_values) break;
    values.push_back(fmt::format("{} {}", value.value.value_or("none"), value.count));
  }
  return paragraph(facet.name + ": " + join_nonempty(values, ", "), Style::plain, 0,
                   options);
}

// "USD: 1-2 million 3, 2-5 million 7".
std::string histogram_text(const FigureHistogram& histogram,
                           const RenderOptions& options) {
  std::vector<std::string> bins;
  for (const FigureHistogram::Bin& bin : histogram.bins) {
    Figure figure;
    figure.low = bin.from;
    figure.high = bin.to;
    bins.push_back(fmt::format("{}: {}", to_string(figure), bin.count));
  }
  const std::string unit = histogram.unit.empty() ? "no unit" : histogram.unit;
  return paragraph(unit + "  " + join_nonempty(bins, ", "), Style::plain, 0, options);
}

std::string found_figures(const FigureResults& results) {
  if (results.total == 0 && results.rows.empty()) return "no figures";
  const std::string found = counted(results.total, "figure", "figures");
  return results.exact ? found : "at least " + found;
}

}  // namespace

std::string text_figures(const FigureResults& results, const RenderOptions& options) {
  std::string out = options.first ? "" : "\n";
  out += opening(results.query, found_figures(results), results.reading, results.remarks,
                 options);
  out += explanation_text(results.explanation, options);
  for (const Facet& facet : results.facets) out += facet_text(facet, options);
  for (const FigureHistogram& histogram : results.histograms)
    out += histogram_text(histogram, options);
  if (options.groups && !results.groups.empty())
    return out + groups_text(results, options);
  return results.rows.empty() ? out : out + rows_text(results, options);
}

}  // namespace broadsheet
