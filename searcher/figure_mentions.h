// The figures that a query finds, one for each time that a story says one, with how well
// they answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "article/figure.h"
#include "searcher/query.h"
#include "searcher/results.h"
#include "searcher/snapshot.h"

namespace broadsheet {

struct Mention {
  std::string story;      // its id
  std::size_t place = 0;  // in the story's figures
  Figure figure;
  std::optional<int> day;      // of the story
  std::string outlet;          // of the story; empty: unknown
  std::uint64_t sentence = 0;  // equal for copies of one sentence
  std::size_t in_sentence = 0;
  double score = 0;
  std::optional<Sureness> match;  // of what the query asks of figures
};

struct Mentions {
  std::vector<Mention> all;
  bool exact = true;  // false: there are more than were looked at
};

// Looks at the stories that stand first in the order asked for, so that its cost is
// bounded.
Mentions find_mentions(Snapshot& snapshot, const Query& query, Sort sort,
                       const std::optional<Date>& now);

}  // namespace broadsheet
