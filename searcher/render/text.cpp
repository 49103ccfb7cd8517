// Answers for people: hits with wrapped snippets, figures as a table. Words of the query
// and figures are coloured on a terminal only; everything printed is made safe first
// (terminal.h).
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/formats.h"
#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

constexpr std::size_t narrowest = 40;  // a smaller terminal wraps by itself

std::size_t columns(const RenderOptions& options) {
  return std::max(options.width, narrowest);
}

std::string indented(const std::vector<std::string>& lines, std::size_t indent) {
  std::string out;
  for (const std::string& line : lines) out += std::string(indent, ' ') + line + "\n";
  return out;
}

std::string paragraph(std::string_view text, const std::vector<StyledSpan>& styles,
                      std::size_t indent, const RenderOptions& options) {
  return indented(wrap(text, styles, columns(options) - indent, options.colour), indent);
}

std::string paragraph(std::string_view text, Style style, std::size_t indent,
                      const RenderOptions& options) {
  return paragraph(text, {{{0, text.size()}, style}}, indent, options);
}

std::string date_text(const std::optional<Date>& date) {
  return date ? to_string(*date) : "date unknown";
}

std::string join_nonempty(const std::vector<std::string>& parts,
                          std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

// The query, cut so that the odd part of it is on the line, a caret under that part and
// what was made of it:
//     jobs AND AND cuts
//              ^^^ nothing to join here, so it was left out
std::string remark_text(std::string_view query, const Remark& remark,
                        const RenderOptions& options) {
  const std::size_t room = columns(options) - 4;
  const std::size_t start = std::min(remark.span.start, query.size());
  const std::size_t end = std::clamp(remark.span.end, start, query.size());
  std::string before = one_line(query.substr(0, start));
  if (start > 0 && query[start - 1] == ' ' && !before.empty()) before += " ";
  std::size_t column = display_width(before) + (before.ends_with(' ') ? 1 : 0);
  std::string_view shown = query;
  if (column + 10 > room) {
    shown = query.substr(start);
    column = 0;
  }
  const std::size_t length = std::clamp<std::size_t>(
      display_width(query.substr(start, end - start)), 1, room - column);
  std::string message = remark.message;
  if (remark.suggestion) message += fmt::format("; try {}", *remark.suggestion);
  return "    " + cut_to_width(shown, room) + "\n" + std::string(4 + column, ' ') +
         styled(std::string(length, '^'), Style::warning, options.colour) + "\n" +
         paragraph(message, Style::warning, 4, options);
}

// What was found, how the query was read, and what was odd about it.
template <typename Answer>
std::string opening(const Answer& answer, std::string_view found,
                    const RenderOptions& options) {
  std::string out;
  if (options.query_id) out += paragraph(*options.query_id, Style::heading, 0, options);
  out += paragraph(join_nonempty({std::string(found), answer.reading}, ": "), Style::dim,
                   0, options);
  for (const Remark& remark : answer.remarks)
    out += remark_text(answer.query, remark, options);
  return out;
}

std::vector<StyledSpan> snippet_styles(const Snippet& snippet) {
  std::vector<StyledSpan> styles;
  for (const Span& span : snippet.figures) styles.push_back({span, Style::figure});
  for (const Span& span : snippet.marks) styles.push_back({span, Style::mark});
  return styles;
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool holds_word(std::string_view text, std::string_view word) {
  const auto same = [](char a, char b) { return ascii_lower(a) == ascii_lower(b); };
  return std::search(text.begin(), text.end(), word.begin(), word.end(), same) !=
         text.end();
}

// As printed, with the thing counted where the printed part ends before it.
std::string figure_text(const FigureInContext& in_context) {
  const Figure& figure = in_context.figure;
  const std::string& printed = in_context.printed;
  if (!figure.counts || holds_word(printed, figure.unit)) return printed;
  const std::string_view counts = *figure.counts;
  const std::string_view noun = counts.substr(counts.rfind(' ') + 1);
  return holds_word(printed, noun) ? printed : printed + " " + std::string(counts);
}

std::string figures_line(const std::vector<FigureInContext>& figures) {
  std::vector<std::string> texts;
  for (const FigureInContext& figure : figures) {
    std::string text = figure_text(figure);
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
  return join_nonempty(texts, "; ");
}

std::string hit_text(const Hit& hit, std::size_t rank, const RenderOptions& options) {
  constexpr std::size_t indent = 4;
  std::vector<std::string> title =
      wrap(hit.display_title, {{{0, hit.display_title.size()}, Style::heading}},
           columns(options) - indent, options.colour);
  if (title.empty()) title.emplace_back("(untitled)");
  std::string out = indented(title, indent);
  const std::string number = fmt::format("{:>2}.", rank);
  out.replace(0, std::min<std::size_t>(number.size(), indent - 1), number);

  std::string credit = join_nonempty(hit.credited, ", ");
  if (!credit.empty()) credit = "credits " + credit;
  out += paragraph(
      join_nonempty({hit.outlet.value_or(""), date_text(hit.date), credit}, " \xC2\xB7 "),
      Style::plain, indent, options);
  out += paragraph(hit.snippet.text, snippet_styles(hit.snippet), indent, options);
  if (!hit.figures.empty())
    out += paragraph("figures: " + figures_line(hit.figures), Style::figure, indent,
                     options);
  return out + paragraph(printed_place(hit.id, hit.path, hit.member, hit.line),
                         Style::dim, indent, options);
}

std::string found_stories(const Results& results) {
  if (results.total == 0 && results.hits.empty()) return "no stories";
  std::string text = counted(results.total, "story", "stories");
  if (!results.exact) text = "about " + text;
  if (results.partial) text += " (cut short by the time limit)";
  return text;
}

// The table of figures: as wide as its cells need, narrowed from the widest column where
// the terminal is narrower.
constexpr std::size_t column_count = 5;
using Row = std::array<std::string, column_count>;
using Widths = std::array<std::size_t, column_count>;

constexpr std::size_t gap = 2;

// The value alone: what it counts has a column of its own.
std::string value_text(Figure figure) {
  if (figure.dimension == "count" && figure.counts) figure.unit.clear();
  figure.counts.reset();
  return to_string(figure);
}

Row row_of(const FigureRow& row) {
  std::string outlet = row.story.outlet.value_or("");
  if (row.outlets > 1) outlet += fmt::format(" +{}", row.outlets - 1);
  return {row.figure.printed, value_text(row.figure.figure),
          row.figure.figure.counts.value_or(""), std::move(outlet),
          row.story.date ? to_string(*row.story.date) : "unknown"};
}

Widths widths_of(const std::vector<Row>& rows, std::size_t room) {
  Widths widths{};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < column_count; ++i)
      widths[i] = std::max(widths[i], std::min(display_width(row[i]), room));
  std::size_t sum = gap * (column_count - 1);
  for (const std::size_t width : widths) sum += width;
  for (; sum > room; --sum) --*std::max_element(widths.begin(), widths.end());
  return widths;
}

std::string table_line(const Row& row, const Widths& widths) {
  std::string line;
  for (std::size_t i = 0; i < column_count; ++i)
    line += padded(row[i], widths[i]) + std::string(gap, ' ');
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

// Rows of one sentence that follow each other share it.
bool same_sentence(const FigureRow& a, const FigureRow& b) {
  return a.story.id == b.story.id && a.figure.sentence == b.figure.sentence;
}

std::string found_figures(const FigureResults& results) {
  if (results.total == 0 && results.rows.empty()) return "no figures";
  return counted(results.total, "figure", "figures");
}

}  // namespace

std::string text_search(const Results& results, const RenderOptions& options) {
  std::string out = options.first ? "" : "\n";
  out += opening(results, found_stories(results), options);
  std::size_t rank = options.rank;
  for (const Hit& hit : results.hits) out += "\n" + hit_text(hit, rank++, options);
  return out;
}

std::string text_figures(const FigureResults& results, const RenderOptions& options) {
  std::string out = options.first ? "" : "\n";
  out += opening(results, found_figures(results), options);
  if (results.rows.empty()) return out;

  const Row heading = {"as printed", "read as", "counts", "outlet", "date"};
  std::vector<Row> rows = {heading};
  for (const FigureRow& row : results.rows) rows.push_back(row_of(row));
  const Widths widths = widths_of(rows, columns(options));
  out +=
      "\n" + styled(table_line(heading, widths), Style::heading, options.colour) + "\n";
  std::vector<StyledSpan> places;
  for (std::size_t i = 0; i < results.rows.size(); ++i) {
    const FigureRow& row = results.rows[i];
    out += table_line(rows[i + 1], widths) + "\n";
    places.push_back({row.figure.in_sentence, Style::figure});
    if (i + 1 < results.rows.size() && same_sentence(row, results.rows[i + 1])) continue;
    out += paragraph(row.figure.sentence, places, 4, options);
    places.clear();
  }
  return out;
}

}  // namespace broadsheet
