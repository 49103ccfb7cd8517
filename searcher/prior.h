// What speaks for a story before its words are looked at: its date and its outlet.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query.h"

namespace broadsheet {

// The names as which stories may have the outlet of a clause, as terms.
std::set<std::string> outlet_terms(const Clause& clause);

class Prior {
 public:
  // `now` when newer stories are asked for.
  Prior(const Query& query, const std::optional<Date>& now);

  // Whether it is the same for all stories.
  bool nothing() const { return !today_ && outlets_.empty() && days_.empty(); }

  // As a share of the best score.
  double of(const Xapian::Document& document) const;

 private:
  std::optional<int> today_;
  std::set<std::string> outlets_;  // that the question names, as terms
  std::vector<DayRange> days_;
};

}  // namespace broadsheet
