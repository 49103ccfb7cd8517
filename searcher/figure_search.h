// The figures in the stories that match a query, one row per distinct claim.
#pragma once

#include "searcher/query.h"
#include "searcher/results.h"
#include "searcher/snapshot.h"

namespace broadsheet {

// Fills `rows` and `total`. Looks at the sentences of the best 1,000 matching stories.
void find_figures(Snapshot& snapshot, const Query& query, const SearchRequest& request,
                  FigureResults& results);

}  // namespace broadsheet
