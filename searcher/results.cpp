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
  }
  return "";
}

std::optional<Sort> sort_from(std::string_view name) {
  if (name == "date") return Sort::newest;
  for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest, Sort::figure}) {
    if (to_string(sort) == name) return sort;
  }
  return std::nullopt;
}

}  // namespace broadsheet
