// A whole answer as one JSON object on one line, the same over HTTP. In a batch the
// query's own id comes first.
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "article/article_json.h"
#include "searcher/render/formats.h"
#include "searcher/render/shapes.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::optional<std::string>& text) {
  if (!text) return nullptr;
  return *text;
}

Json remarks_json(std::string_view query, const std::vector<Remark>& remarks) {
  Json list = Json::array();
  for (const Remark& remark : remarks)
    list.push_back(Json{{"start", remark.span.start},
                        {"end", remark.span.end},
                        {"message", remark.message},
                        {"suggestion", text_or_null(remark.suggestion)},
                        {"query", text_or_null(suggested_query(query, remark))}});
  return list;
}

Json facet_value_json(const FacetValue& value) {
  Json json{{"value", text_or_null(value.value)}, {"count", value.count}};
  if (value.chosen != Chosen::no)
    json["chosen"] = value.chosen == Chosen::in ? "in" : "out";
  return json;
}

Json facets_json(const std::vector<Facet>& facets) {
  Json json = Json::object();
  for (const Facet& facet : facets) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values)
      values.push_back(facet_value_json(value));
    json[facet.name] = std::move(values);
  }
  return json;
}

// How many values of each facet are not listed.
Json facets_more_json(const std::vector<Facet>& facets) {
  Json json = Json::object();
  for (const Facet& facet : facets) json[facet.name] = facet.more;
  return json;
}

Json histogram_or_null(const std::optional<DateHistogram>& histogram) {
  if (!histogram) return nullptr;
  Json bars = Json::array();
  for (const DateHistogram::Bar& bar : histogram->bars)
    bars.push_back(Json{{"from", to_string(date_of_day(bar.first))},
                        {"to", to_string(date_of_day(bar.last))},
                        {"count", bar.count}});
  return Json{{"interval", to_string(histogram->interval)},
              {"bars", std::move(bars)},
              {"undated", histogram->undated},
              {"imprecise", histogram->imprecise}};
}

template <typename Item>
Json list_of(const std::vector<Item>& items, Json (*json_of)(const Item&)) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(json_of(item));
  return list;
}

// The keys that both answers begin with.
template <typename Answer>
Json opening(const Answer& answer, const RenderOptions& options) {
  Json json = Json::object();
  if (options.query_id) json["id"] = *options.query_id;
  json["query"] = answer.query;
  json["reading"] = answer.reading;
  json["remarks"] = remarks_json(answer.query, answer.remarks);
  json["total"] = answer.total;
  return json;
}

// A key of its own, there only when it was asked for.
void add_explanation(Json& json, const std::optional<Explanation>& explanation) {
  if (!explanation) return;
  json["explain"] = Json{{"query", explanation->query},
                         {"tree", explanation->tree},
                         {"xapian", explanation->xapian}};
}

}  // namespace

std::string json_search(const Results& results, const RenderOptions& options) {
  Json json = opening(results, options);
  json["groups"] = results.groups;
  json["exact"] = results.exact;
  json["partial"] = results.partial;
  json["took_ms"] = results.took_ms;
  json["offset"] = results.offset;
  json["hits"] = list_of(results.hits, hit_json);
  json["facets"] = facets_json(results.facets);
  json["facets_more"] = facets_more_json(results.facets);
  json["histogram"] = histogram_or_null(results.histogram);
  json["next"] = text_or_null(results.next);
  add_explanation(json, results.explanation);
  return to_line(json) + "\n";
}

std::string json_figures(const FigureResults& results, const RenderOptions& options) {
  Json json = opening(results, options);
  json["exact"] = results.exact;
  json["took_ms"] = results.took_ms;
  json["rows"] = list_of(results.rows, figure_row_json);
  json["groups"] = list_of(results.groups, figure_group_json);
  json["facets"] = facets_json(results.facets);
  json["histograms"] = list_of(results.histograms, histogram_json);
  json["next"] = text_or_null(results.next);
  add_explanation(json, results.explanation);
  return to_line(json) + "\n";
}

}  // namespace broadsheet
