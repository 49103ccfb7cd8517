// Which stories meet the figure conditions that a query filters by, and how surely.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

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

  // Whether the story of that id meets the query's conditions for sure; of alternatives
  // one is enough.
  bool surely(const Query& query, const std::string& id) const;

 private:
  bool surely(const Clause& clause, const std::string& id) const;

  // Stories of each segment by the segment's uuid, in order.
  using Places = std::map<std::string, std::vector<Xapian::docid>>;
  struct Found {
    std::shared_ptr<Places> places = std::make_shared<Places>();
    std::map<std::string, Match> matches;  // by id
  };
  void find(const Xapian::Database& segment, const FigureCondition& condition,
            Found& found);

  Snapshot& snapshot_;
  std::map<std::string, Found> found_;  // by condition
  bool possible_ = false;
};

}  // namespace broadsheet
