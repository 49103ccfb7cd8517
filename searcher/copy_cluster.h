// The near-copies of a story and who had it first.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/results.h"

namespace broadsheet {

// O(members), of which the first hundred are read.
CopyCluster find_cluster(const Xapian::Database& articles, const std::string& cluster);

// Puts them in order of date and tells the first outlet. Separate for its tests.
CopyCluster order_copies(std::vector<StoryRef> members);

}  // namespace broadsheet
