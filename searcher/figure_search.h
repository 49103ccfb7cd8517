// The figures in the stories that match a query, one row per distinct claim.
#pragma once

#include "searcher/query.h"
#include "searcher/results.h"
#include "searcher/snapshot.h"

namespace broadsheet {

// Fills everything but the query, its reading, `next` and the time.
void find_figures(Snapshot& snapshot, const Query& query, const SearchRequest& request,
                  FigureResults& results);

}  // namespace broadsheet
