// Which stories meet the figure conditions that a query filters by, and how surely.
#pragma once

#include <map>
#include <string>

#include <xapian.h>

#include "searcher/figure_condition.h"
#include "searcher/query.h"
#include "searcher/snapshot.h"

namespace broadsheet {

class FigureAnswers {
 public:
  explicit FigureAnswers(Snapshot& snapshot) : snapshot_(snapshot) {}

  // The stories with a sentence in which the condition holds, as a filter over articles.
  // What was found is remembered.
  Xapian::Query stories(const FigureCondition& condition);

  // Whether some story meets a condition only possibly.
  bool any_possible() const { return possible_; }

  // Whether the story meets the query's conditions for sure; of alternatives one is
  // enough.
  bool surely(const Query& query, const std::string& story_key) const;

 private:
  bool surely(const Clause& clause, const std::string& story_key) const;

  Snapshot& snapshot_;
  std::map<std::string, std::map<std::string, Match>> found_;  // condition, story
  bool possible_ = false;
};

}  // namespace broadsheet
