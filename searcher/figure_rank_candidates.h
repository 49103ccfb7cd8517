// Which stories are worth a look for a condition of the query.
#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/figure_rank_sentence.h"
#include "searcher/snapshot.h"

namespace broadsheet {

struct StoryCandidate {
  Xapian::docid document = 0;
  double weight = 0;  // share of the query's words, by rarity
};

// Stories with a value near the condition's and a word of the query: the best `depth` by
// weight of those that have the unit as well, then as many of the others, since a number
// may stand without it ("Net 12.6 mln"). A walk over posting lists: O(their lengths +
// stories).
std::vector<StoryCandidate> stories_to_look_at(Snapshot& snapshot,
                                               const FigureCondition& condition,
                                               const std::vector<RatedWord>& asked,
                                               std::size_t depth);

}  // namespace broadsheet
