// CSV as of RFC 4180: a header line, CRLF, quotes doubled. Cells that a spreadsheet would
// run as a formula are disarmed, because the text of a story is anybody's.
#include <fmt/format.h>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/formats.h"

namespace broadsheet {
namespace {

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// "-12.5", "+3": digits around at most one point, after at most one sign.
bool is_plain_number(std::string_view cell) {
  if (!cell.empty() && (cell.front() == '-' || cell.front() == '+'))
    cell.remove_prefix(1);
  bool digits = false, point = false;
  for (const char byte : cell) {
    if (byte == '.' && !point) {
      point = true;
    } else if (is_digit(byte)) {
      digits = true;
    } else {
      return false;
    }
  }
  return digits;
}

bool starts_formula(std::string_view cell) {
  constexpr std::string_view starts = "=+-@\t\r\n";
  return !cell.empty() && starts.find(cell.front()) != std::string_view::npos &&
         !is_plain_number(cell);
}

std::string quoted(std::string_view cell) {
  std::string text(starts_formula(cell) ? "'" : "");
  text += cell;
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char byte : text) {
    if (byte == '"') out += '"';
    out += byte;
  }
  return out + "\"";
}

// A line of cells; the column of the query's id is there in a batch only.
std::string csv_line(const std::optional<std::string>& query_id,
                     std::initializer_list<std::string_view> cells) {
  std::string line;
  if (query_id) line += quoted(*query_id) + ",";
  for (const std::string_view cell : cells) line += quoted(cell) + ",";
  line.back() = '\r';
  return line + "\n";
}

std::optional<std::string> id_heading(const RenderOptions& options) {
  return options.query_id ? std::optional<std::string>("query_id") : std::nullopt;
}

std::string or_empty(const std::optional<std::string>& text) {
  return text.value_or("");
}

template <typename T>
std::string name_or_empty(const std::optional<T>& value) {
  return value ? std::string(to_string(*value)) : std::string();
}

std::string joined(const std::vector<std::string>& list) {
  return fmt::format("{}", fmt::join(list, "; "));
}

std::string joined(const std::vector<FigureInContext>& figures) {
  std::vector<std::string> printed;
  printed.reserve(figures.size());
  for (const FigureInContext& figure : figures) printed.push_back(figure.printed);
  return joined(printed);
}

std::string hit_line(const Hit& hit, std::size_t rank, const RenderOptions& options) {
  const auto precision = hit.date ? std::optional(hit.date->precision) : std::nullopt;
  return csv_line(
      options.query_id,
      {std::to_string(rank), fmt::format("{}", hit.score), hit.display_title,
       or_empty(hit.outlet), name_or_empty(hit.date), name_or_empty(precision),
       joined(hit.credited), joined(hit.cited), hit.snippet.text, joined(hit.figures),
       or_empty(hit.url), hit.path, hit.line ? std::to_string(*hit.line) : std::string(),
       or_empty(hit.source_id), hit.id});
}

std::string direction(const std::optional<Change>& change) {
  return change ? std::string(to_string(change->direction)) : std::string();
}

std::string row_line(const FigureRow& row, const RenderOptions& options) {
  const Figure& figure = row.figure.figure;
  return csv_line(options.query_id,
                  {row.figure.printed,
                   name_or_empty(figure.low),
                   name_or_empty(figure.high),
                   to_string(figure.bound),
                   figure.unit,
                   figure.dimension,
                   or_empty(figure.counts),
                   or_empty(figure.of),
                   or_empty(figure.period),
                   name_or_empty(figure.status),
                   direction(figure.change),
                   row.figure.sentence,
                   or_empty(row.story.outlet),
                   name_or_empty(row.story.date),
                   std::to_string(row.outlets),
                   row.agreement ? to_string(row.agreement->state) : std::string_view(),
                   row.story.display_title,
                   row.story.path,
                   row.story.id,
                   name_or_empty(row.figure.match),
                   std::to_string(row.stories)});
}

std::string group_line(const FigureGroup& group, const RenderOptions& options) {
  return csv_line(options.query_id,
                  {group.unit, or_empty(group.counts), or_empty(group.of),
                   std::to_string(group.count), to_string(group.minimum),
                   to_string(group.median), to_string(group.maximum),
                   name_or_empty(group.first), name_or_empty(group.latest)});
}

std::string csv_groups(const FigureResults& results, const RenderOptions& options) {
  std::string out;
  if (options.first)
    out = csv_line(id_heading(options), {"unit", "counts", "of", "count", "minimum",
                                         "median", "maximum", "first", "latest"});
  for (const FigureGroup& group : results.groups) out += group_line(group, options);
  return out;
}

}  // namespace

std::string csv_search(const Results& results, const RenderOptions& options) {
  std::string out;
  if (options.first)
    out = csv_line(
        id_heading(options),
        {"rank", "score", "title", "outlet", "date", "date_precision", "credited",
         "cited", "snippet", "figures", "url", "path", "line", "source_id", "id"});
  std::size_t rank = options.rank;
  for (const Hit& hit : results.hits) out += hit_line(hit, rank++, options);
  return out;
}

std::string csv_figures(const FigureResults& results, const RenderOptions& options) {
  if (options.groups) return csv_groups(results, options);
  std::string out;
  if (options.first)
    out = csv_line(
        id_heading(options),
        {"printed", "low",       "high",   "bound",  "unit",     "dimension", "counts",
         "of",      "period",    "status", "change", "sentence", "outlet",    "date",
         "outlets", "agreement", "title",  "path",   "id",       "match",     "stories"});
  for (const FigureRow& row : results.rows) out += row_line(row, options);
  return out;
}

}  // namespace broadsheet
