// Claims about one event that do not agree: two sources differ, or the figure was revised
// and later sources say the new one.
#pragma once

#include <optional>
#include <vector>

#include "searcher/claim_events.h"
#include "searcher/figure_agreement.h"

namespace broadsheet {

// Fills the places of the claims that differ or were revised.
void find_revisions(const std::vector<Claim>& claims, const ClusterOf& cluster_of,
                    ClaimEvents& events,
                    std::vector<std::optional<Comparison>>& comparisons);

}  // namespace broadsheet
