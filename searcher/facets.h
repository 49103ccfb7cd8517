// How the matching stories spread over outlets, authors, days and the other facets. The
// choice made in a facet does not narrow that facet's own counts, so that its other
// values stay in view with what they would add.
#pragma once

#include <vector>

#include "searcher/columns.h"
#include "searcher/deadline.h"
#include "searcher/match_pass.h"
#include "searcher/results.h"

namespace broadsheet {

struct FacetCounts {
  std::vector<Facet> facets;
  DateHistogram histogram;
  bool cut = false;  // the deadline came before all were counted
};

// O(matches), a few nanoseconds for each name of each.
FacetCounts count_facets(const StoryColumns& columns,
                         const std::vector<SegmentMatches>& matches,
                         const SearchRequest& request, const Snapshot& snapshot,
                         const Deadline& deadline);

// Loads the columns that the request will need: once for a revision of the index, and not
// to be stopped half way.
void load_columns(const StoryColumns& columns, const SearchRequest& request);

// How many hits there are when near-copies are one.
std::size_t count_groups(const CopyGroups& groups,
                         const std::vector<SegmentMatches>& matches);

}  // namespace broadsheet
