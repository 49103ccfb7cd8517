// Claims grouped by what is counted and whom it is said of, and counted by unit and
// thing. A range counts once, by its low end; a figure with one end by that end.
#pragma once

#include <vector>

#include "searcher/figure_claims.h"
#include "searcher/results.h"

namespace broadsheet {

// The largest groups first, at most 100. O(n log n) in the claims.
std::vector<FigureGroup> group_claims(const std::vector<Claim>& claims);

// "unit" and "counts", the most frequent first, at most 50 values each.
std::vector<Facet> figure_facets(const std::vector<Claim>& claims);

// Of the units with the most claims.
std::vector<FigureHistogram> value_histograms(const std::vector<Claim>& claims);

}  // namespace broadsheet
