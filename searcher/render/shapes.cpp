// Hits and figure rows as JSON; the keys of a figure itself come from article_json.
#include "searcher/render/shapes.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "article/article_json.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
  if (!value) return nullptr;
  return *value;
}

template <typename T>
Json name_or_null(const std::optional<T>& value) {
  if (!value) return nullptr;
  return std::string(to_string(*value));
}

Json spans_json(const std::vector<Span>& spans) {
  Json list = Json::array();
  for (const Span& span : spans) list.push_back(Json::array({span.start, span.end}));
  return list;
}

Json snippet_json(const Snippet& snippet) {
  return Json{{"text", snippet.text},
              {"marks", spans_json(snippet.marks)},
              {"figures", spans_json(snippet.figures)}};
}

Json in_context_json(const FigureInContext& figure) {
  Json json =
      figure_json(figure.figure, figure.printed, figure.sentence, figure.in_sentence);
  json["match"] = name_or_null(figure.match);
  return json;
}

Json figures_json(const std::vector<FigureInContext>& figures) {
  Json list = Json::array();
  for (const FigureInContext& figure : figures) list.push_back(in_context_json(figure));
  return list;
}

Json story_json(const StoryRef& story) {
  return Json{{"id", story.id},
              {"title", or_null(story.title)},
              {"display_title", story.display_title},
              {"outlet", or_null(story.outlet)},
              {"date", name_or_null(story.date)},
              {"path", story.path}};
}

// The parts of a figure that claims are held against each other by.
Json agreement_json(const Agreement& agreement) {
  Json claims = Json::array();
  for (const ComparedClaim& claim : agreement.claims) {
    Json figure = in_context_json(claim.figure);
    Json json = Json::object();
    for (const char* key : {"printed", "low", "high", "bound", "unit"})
      json[key] = figure[key];
    json["outlet"] = or_null(claim.story.outlet);
    json["date"] = name_or_null(claim.story.date);
    json["story"] = claim.story.id;
    claims.push_back(std::move(json));
  }
  return Json{{"state", to_string(agreement.state)}, {"claims", std::move(claims)}};
}

}  // namespace

Json hit_json(const Hit& hit) {
  const auto precision = hit.date ? std::optional(hit.date->precision) : std::nullopt;
  return Json{{"id", hit.id},
              {"source_id", or_null(hit.source_id)},
              {"path", hit.path},
              {"member", or_null(hit.member)},
              {"line", or_null(hit.line)},
              {"url", or_null(hit.url)},
              {"title", or_null(hit.title)},
              {"display_title", hit.display_title},
              {"outlet", or_null(hit.outlet)},
              {"credited", hit.credited},
              {"cited", hit.cited},
              {"date", name_or_null(hit.date)},
              {"date_precision", name_or_null(precision)},
              {"date_source", name_or_null(hit.date_source)},
              {"score", hit.score},
              {"cluster", or_null(hit.cluster)},
              {"copies", hit.copies},
              {"also_in", hit.also_in},
              {"first", hit.first ? story_json(*hit.first) : Json()},
              {"corrected", hit.corrected},
              {"snippet", snippet_json(hit.snippet)},
              {"figures", figures_json(hit.figures)}};
}

Json figure_row_json(const FigureRow& row) {
  Json json = in_context_json(row.figure);
  json["story"] = story_json(row.story);
  json["outlets"] = row.outlets;
  json["stories"] = row.stories;
  json["mentions"] = row.mentions;
  json["agreement"] = nullptr;
  if (row.agreement) json["agreement"] = agreement_json(*row.agreement);
  return json;
}

namespace {

// Whole where it is, as the values of figures are.
Json number(const Amount& amount) {
  constexpr double exact_below = 9e15;
  const double value = to_double(amount);
  if (std::floor(value) == value && std::abs(value) < exact_below)
    return static_cast<std::int64_t>(value);
  return value;
}

}  // namespace

Json figure_group_json(const FigureGroup& group) {
  return Json{{"unit", group.unit},
              {"counts", or_null(group.counts)},
              {"of", or_null(group.of)},
              {"count", group.count},
              {"minimum", number(group.minimum)},
              {"median", number(group.median)},
              {"maximum", number(group.maximum)},
              {"first", name_or_null(group.first)},
              {"latest", name_or_null(group.latest)}};
}

Json histogram_json(const FigureHistogram& histogram) {
  Json bins = Json::array();
  for (const FigureHistogram::Bin& bin : histogram.bins)
    bins.push_back(
        Json{{"from", number(bin.from)}, {"to", number(bin.to)}, {"count", bin.count}});
  return Json{{"unit", histogram.unit}, {"bins", std::move(bins)}};
}

}  // namespace broadsheet
