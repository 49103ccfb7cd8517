// Short stories say a thing once and in one word, so those that say it in another are
// found by what the best hits have in common.
#pragma once

#include <optional>
#include <vector>

#include <xapian.h>

#include "searcher/story_search.h"

namespace broadsheet {

// The words of the best hits that tell them from others, to weigh beside the query's own,
// of which the most asked for weighs `most`. Nothing where the hits are long: they speak
// of many things.
std::optional<Xapian::Query> words_of_the_best(const Xapian::Database& articles,
                                               const std::vector<RankedStory>& hits,
                                               double most);

}  // namespace broadsheet
