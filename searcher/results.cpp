#include "searcher/results.h"

#include <algorithm>

#include "schema/facet_names.h"

namespace broadsheet {

std::string_view to_string(Sort sort) {
  switch (sort) {
    case Sort::relevance:
      return "relevance";
    case Sort::newest:
      return "newest";
    case Sort::oldest:
      return "oldest";
    case Sort::figure:
      return "figure";
    case Sort::outlet:
      return "outlet";
  }
  return "";
}

std::string_view to_string(DateInterval interval) {
  switch (interval) {
    case DateInterval::day:
      return "day";
    case DateInterval::week:
      return "week";
    case DateInterval::month:
      return "month";
    case DateInterval::quarter:
      return "quarter";
    case DateInterval::year:
      return "year";
  }
  return "";
}

std::string_view to_string(Sureness sureness) {
  return sureness == Sureness::sure ? "sure" : "possible";
}

std::string_view to_string(Agreement::State state) {
  switch (state) {
    case Agreement::State::agree:
      return "agree";
    case Agreement::State::differ:
      return "differ";
    case Agreement::State::revised:
      return "revised";
  }
  return "";
}

std::vector<std::string_view> facet_names() {
  std::vector<std::string_view> names;
  for (const FacetField& field : facet_fields()) names.push_back(field.name);
  return names;
}

std::optional<FacetChoice> facet_choice_from(std::string_view text) {
  const std::string_view name = text.substr(0, text.find('='));
  if (facet_named(name) == facet_fields().size()) return std::nullopt;
  FacetChoice choice{.facet = std::string(name), .value = std::nullopt};
  if (name.size() < text.size()) choice.value = text.substr(name.size() + 1);
  if (choice.value == "" || choice.value == "unknown") choice.value.reset();
  return choice;
}

std::optional<Sort> sort_from(std::string_view name) {
  if (name == "date") return Sort::newest;
  if (name == "value") return Sort::figure;
  for (const Sort sort :
       {Sort::relevance, Sort::newest, Sort::oldest, Sort::figure, Sort::outlet}) {
    if (to_string(sort) == name) return sort;
  }
  return std::nullopt;
}

std::optional<std::string> suggested_query(std::string_view query, const Remark& remark) {
  if (!remark.suggestion || remark.whole) return remark.suggestion;
  const std::size_t start = std::min(remark.span.start, query.size());
  const std::size_t end = std::clamp(remark.span.end, start, query.size());
  if (start == end) return std::nullopt;
  std::string whole(query);
  whole.replace(start, end - start, *remark.suggestion);
  return whole;
}

}  // namespace broadsheet
