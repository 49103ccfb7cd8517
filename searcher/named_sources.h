// A question that names several sources asks of each something else, so the stories of a
// source are held against its part of the question.
#pragma once

#include <string>
#include <vector>

#include "searcher/query.h"
#include "searcher/snapshot.h"
#include "searcher/story_search.h"

namespace broadsheet {

// Raises the stories of each source that `query` names for words of its own: the best one
// by `gain`, others by the share of its words that they have. Looks at `depth` hits.
void raise_by_source(Snapshot& snapshot, const Query& query, double gain,
                     std::size_t depth, std::vector<RankedStory>& hits);

}  // namespace broadsheet
