// Query to Xapian: the same plan for both kinds of records.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/terms.h"
#include "searcher/query.h"

namespace broadsheet {

// A part that the query does not have is absent; an empty Xapian::Query would be one that
// matches nothing.
struct Plan {
  std::optional<Xapian::Query> ranked;
  std::optional<Xapian::Query> filter;
  std::optional<Xapian::Query> exclude;

  // Everything in one query; matches all records when it is empty throughout.
  Xapian::Query whole() const;
};

// Gives the stories in which a figure condition holds, as a query over the records that
// are planned for.
using FigureFilter = std::function<Xapian::Query(const FigureCondition&)>;

struct PlanOptions {
  bool positions = true;  // phrases by positions; without: all words of the phrase
  FigureFilter figures;
};

Plan plan_query(const Query& query, Stemmer& stem, const PlanOptions& options);

// The candidates among sentence records for a condition: unit, words and value buckets.
// The exact ends are for `satisfies` to settle.
Xapian::Query sentence_candidates(const FigureCondition& condition, Stemmer& stem);

}  // namespace broadsheet
