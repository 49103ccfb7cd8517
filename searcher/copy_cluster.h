// The near-copies of a story and who had it first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/results.h"

namespace broadsheet {

// O(members), of which the first hundred are read.
CopyCluster find_cluster(const Xapian::Database& articles, const std::string& cluster);

// What a hit tells of its near-copies: in how many other known outlets they are, and the
// story that was first, if dates tell. O(members), of which the earliest twenty are read.
struct CopySummary {
  std::size_t outlets = 0;
  std::optional<StoryRef> first;
};
CopySummary summarise_copies(const Xapian::Database& articles, const std::string& cluster,
                             const std::optional<std::string>& outlet);

// Puts them in order of date and tells the first outlet. Separate for its tests.
CopyCluster order_copies(std::vector<StoryRef> members);

}  // namespace broadsheet
