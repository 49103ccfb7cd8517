#include "searcher/explain.h"

#include "article/utf8.h"
#include "searcher/planner.h"

namespace broadsheet {

Explanation explain(const Query& query, Snapshot& snapshot) {
  constexpr std::size_t longest = 20'000;
  // A condition as the places where it may hold; the stories in which it does are many.
  const auto candidates = [&](const FigureCondition& condition) {
    return story_candidates(condition, snapshot.stem);
  };
  const Plan plan = plan_query(
      query, snapshot.stem,
      {.stories = &snapshot.articles, .positions = true, .figures = candidates});
  std::string xapian = plan.whole().get_description();
  if (xapian.size() > longest) xapian = xapian.substr(0, longest) + "...";
  return {.query = to_string(query),
          .tree = tree_of(query),
          .xapian = replace_invalid_utf8(xapian)};
}

}  // namespace broadsheet
