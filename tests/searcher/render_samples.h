// Hits and figures that the tests of the renderers share.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "searcher/render.h"
#include "searcher/render/terminal.h"

namespace broadsheet {

using Json = nlohmann::ordered_json;

inline FigureInContext about_600() {
  FigureInContext in_context;
  in_context.figure.low = in_context.figure.high = make_amount(600);
  in_context.figure.bound = Bound::about;
  in_context.figure.unit = "role";
  in_context.figure.dimension = "count";
  in_context.figure.counts = "AI role";
  in_context.figure.span = {114, 123};
  in_context.printed = "about 600";
  in_context.sentence = "It cuts about 600 AI roles.";
  in_context.in_sentence = {8, 17};
  return in_context;
}

inline Hit full_hit() {
  Hit hit;
  hit.id = "0123456789abcdef";
  hit.source_id = "story 7";
  hit.path = "news/dump.jsonl";
  hit.line = 7;
  hit.url = "https://example.org/a";
  hit.title = hit.display_title = "Firm cuts AI roles";
  hit.outlet = "BBC News";
  hit.credited = {"BBC Technology"};
  hit.date = make_date(2025, 10, 22);
  hit.date_source = DateSource::byline;
  hit.score = 1.5;
  hit.snippet = {"It cuts about 600 AI roles.", {{3, 7}}, {{8, 17}}};
  hit.figures = {about_600()};
  return hit;
}

inline Results one_hit() {
  Results results;
  results.query = "cuts AND AND roles";
  results.reading = "stories about cuts and roles";
  results.remarks = {{{9, 12}, "nothing to join here", "cuts AND roles", true}};
  results.total = 1;
  results.took_ms = 2;
  results.hits = {full_hit()};
  results.facets = {{"outlet", {{"BBC News", 1}, {std::nullopt, 2}}}};
  return results;
}

inline FigureResults one_figure() {
  FigureResults results;
  results.query = "roles";
  results.reading = "stories about roles";
  results.total = 1;
  results.rows = {{about_600(),
                   {"0123456789abcdef", "Firm cuts AI roles", "Firm cuts AI roles",
                    "BBC News", make_date(2025, 10, 22), "news/a.txt"},
                   3,
                   std::nullopt}};
  return results;
}

inline std::string search_as(std::string_view format, const Results& results,
                             const RenderOptions& options = {}) {
  return renderer_named(format)->search(results, options);
}

inline std::string figures_as(std::string_view format, const FigureResults& results,
                              const RenderOptions& options = {}) {
  return renderer_named(format)->figures(results, options);
}

inline std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

inline std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    longest = std::max(longest, display_width(text.substr(at, end - at)));
    at = end + 1;
  }
  return longest;
}

// Whatever a story holds, in every place that is printed.
constexpr const char* nasty =
    "=\x1b[31mred\x1b]0;title\a \x9b \xC2\x9B\"q\",\r\n\xFF\xE2\x80\xAEtail";

inline Results hostile() {
  Results results = one_hit();
  results.query = results.reading = nasty;
  results.remarks = {{{2, 9000}, nasty, nasty}};
  Hit& hit = results.hits.front();
  hit.display_title = nasty;
  hit.title = hit.outlet = hit.url = hit.source_id = nasty;
  hit.path = nasty;
  hit.credited = hit.cited = {nasty};
  hit.snippet = {nasty, {{3, 400}, {0, 2}}, {{900, 20}}};
  hit.figures.front().printed = hit.figures.front().sentence = nasty;
  hit.figures.front().figure.counts = nasty;
  return results;
}

inline FigureResults compared(Agreement::State state) {
  FigureResults results = one_figure();
  FigureRow& row = results.rows.front();
  row.figure.match = Sureness::possible;
  StoryRef other = row.story;
  other.id = "fedcba9876543210";
  other.outlet = "Example Post";
  row.agreement = Agreement{.state = state,
                            .claims = {{row.figure, row.story}, {about_600(), other}}};
  results.groups = {{"role", "AI role", std::nullopt, 2, *make_amount(6, 2),
                     *make_amount(6, 2), *make_amount(8, 3), make_date(2025, 10, 22),
                     make_date(2026, 4, 24)}};
  results.facets = {{"unit", {{"role", 2}}}};
  results.histograms = {{"role", {{*make_amount(5, 2), *make_amount(1, 3), 2}}}};
  results.exact = false;
  return results;
}

}  // namespace broadsheet
