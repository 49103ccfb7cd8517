// Query to Xapian.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/terms.h"
#include "searcher/query.h"

namespace broadsheet {

// A part that the query does not have is absent; an empty Xapian::Query would be one that
// matches nothing.
struct Plan {
  std::optional<Xapian::Query> ranked;  // at least one of the words
  // Words are among what must be there, so that none of those that rank needs to be.
  bool words_matched = false;
  std::optional<Xapian::Query>
      matching;  // words and phrases that must be there; they rank too
  std::optional<Xapian::Query> filter;  // fields and figures; they do not rank
  std::optional<Xapian::Query> exclude;

  // Everything in one query; matches all records when it is empty throughout.
  Xapian::Query whole() const;
  bool ranks() const { return ranked || matching; }
};

// Gives the stories in which a figure condition holds, as a query over the records that
// are planned for.
using FigureFilter = std::function<Xapian::Query(const FigureCondition&)>;

struct PlanOptions {
  const Xapian::Database* stories = nullptr;  // whose languages and forms count
  bool positions = true;  // phrases by positions; without: all words of the phrase
  FigureFilter figures;
  // Put around what looks at many records and finds few, so that it can be stopped.
  std::function<Xapian::Query(const Xapian::Query&)> watched;
};

Plan plan_query(const Query& query, Stemmer& stem, const PlanOptions& options);

// The candidates among stories for a condition: a value bucket near its unit and words.
// What stands in one sentence, and the exact ends, are for the stored figures to settle.
Xapian::Query story_candidates(const FigureCondition& condition, Stemmer& stem);

// The buckets in which a figure near the condition can lie: its own numbers, and what
// they come to in the units that convert.
std::set<std::string> buckets_near(const FigureCondition& condition);

}  // namespace broadsheet
