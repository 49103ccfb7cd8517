#include "searcher/results.h"

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

std::optional<Sort> sort_from(std::string_view name) {
  if (name == "date") return Sort::newest;
  if (name == "value") return Sort::figure;
  for (const Sort sort :
       {Sort::relevance, Sort::newest, Sort::oldest, Sort::figure, Sort::outlet}) {
    if (to_string(sort) == name) return sort;
  }
  return std::nullopt;
}

}  // namespace broadsheet
