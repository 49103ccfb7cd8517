// Raises the stories whose figures are what a number in the query's words asks for.
#pragma once

#include <map>

#include <xapian.h>

#include "searcher/figure_rank_sentence.h"
#include "searcher/query.h"
#include "searcher/snapshot.h"

namespace broadsheet {

// Stories by document id with how well their best figure answers, 0..1, or up to
// ranking::figure_compared where a comparison is asked: by its value and
// unit, and by the query's words that stand at it; times how much of the query the figure
// is. Stories that do not answer are left out. Looks at the best sentences only, so its
// cost is bounded.
std::map<Xapian::docid, double> stories_near_figures(Snapshot& snapshot,
                                                     const Query& query);

}  // namespace broadsheet
