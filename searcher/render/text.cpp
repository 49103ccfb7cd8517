// Hits for people: wrapped snippets with the words of the query and the figures coloured
// on a terminal.
#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/figure_label.h"
#include "searcher/render/formats.h"
#include "searcher/render/terminal.h"
#include "searcher/render/text_parts.h"

namespace broadsheet {
namespace {

std::vector<StyledSpan> snippet_styles(const Snippet& snippet) {
  std::vector<StyledSpan> styles;
  for (const Span& span : snippet.figures) styles.push_back({span, Style::figure});
  for (const Span& span : snippet.marks) styles.push_back({span, Style::mark});
  return styles;
}

std::string figures_line(const std::vector<FigureInContext>& figures) {
  std::vector<std::string> texts;
  for (const FigureInContext& figure : figures) {
    std::string text = figure_label(figure);
    if (figure.match == Sureness::possible) text += " possibly";
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
  return join_nonempty(texts, "; ");
}

// "also in 3 outlets, first in Reuters 2026-04-23"
std::string copies_line(const Hit& hit) {
  std::string text;
  if (hit.also_in > 0) {
    text = "also in " + counted(hit.also_in, "outlet", "outlets");
  } else if (hit.copies > 0) {
    text = counted(hit.copies, "near-copy", "near-copies");
  }
  if (!hit.first || hit.first->id == hit.id) return text;
  return text + ", first in " + hit.first->outlet.value_or("") + " " +
         date_text(hit.first->date);
}

std::string facet_text(const Facet& facet, const RenderOptions& options) {
  std::vector<std::string> values;
  for (const FacetValue& value : facet.values) {
    const char* sign = value.chosen == Chosen::out  ? "-"
                       : value.chosen == Chosen::in ? "+"
                                                    : "";
    values.push_back(sign + value.value.value_or("unknown") + " " + grouped(value.count));
  }
  if (values.empty()) return {};
  if (facet.more > 0) values.push_back(grouped(facet.more) + " more");
  return paragraph(facet.name + ": " + join_nonempty(values, "; "), Style::plain, 0,
                   options);
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
  out += paragraph(copies_line(hit), Style::dim, indent, options);
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
  if (results.reachable() < results.total)
    text += fmt::format(" ({} without near-copies)", grouped(results.groups));
  if (results.partial) text += " (cut short by the time limit)";
  return text;
}

}  // namespace

std::string text_search(const Results& results, const RenderOptions& options) {
  std::string out = options.first ? "" : "\n";
  out += opening(results.query, found_stories(results), results.reading, results.remarks,
                 options);
  out += explanation_text(results.explanation, options);
  std::size_t rank = options.rank;
  for (const Hit& hit : results.hits) out += "\n" + hit_text(hit, rank++, options);
  if (!results.facets.empty()) out += "\n";
  for (const Facet& facet : results.facets) out += facet_text(facet, options);
  return out;
}

}  // namespace broadsheet
