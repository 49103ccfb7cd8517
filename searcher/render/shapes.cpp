// Hits and figure rows as JSON; the keys of a figure itself come from article_json.
#include "searcher/render/shapes.h"

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
  return figure_json(figure.figure, figure.printed, figure.sentence, figure.in_sentence);
}

Json figures_json(const std::vector<FigureInContext>& figures) {
  Json list = Json::array();
  for (const FigureInContext& figure : figures) list.push_back(in_context_json(figure));
  return list;
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
              {"corrected", hit.corrected},
              {"snippet", snippet_json(hit.snippet)},
              {"figures", figures_json(hit.figures)}};
}

Json figure_row_json(const FigureRow& row) {
  Json json = in_context_json(row.figure);
  json["story"] = Json{{"id", row.story.id},
                       {"title", or_null(row.story.title)},
                       {"display_title", row.story.display_title},
                       {"outlet", or_null(row.story.outlet)},
                       {"date", name_or_null(row.story.date)},
                       {"path", row.story.path}};
  json["outlets"] = row.outlets;
  json["agreement"] = or_null(row.agreement);
  return json;
}

}  // namespace broadsheet
