// Words and names of a query that no story has, or far fewer than have one spelt nearly
// so: a remark each, with the numbers and the query as it may have been meant. Nothing is
// searched for but what was typed. Figures have no spelling; what is excluded needs none.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/lexicons.h"
#include "searcher/query.h"

namespace broadsheet {

// `text` is what the query was parsed from. Bounded in words and steps.
std::vector<Remark> spelling_remarks(const Query& query, std::string_view text,
                                     Snapshot& snapshot, Lexicons& lexicons);

}  // namespace broadsheet
