// Brackets made sound before a query is parsed.
#pragma once

#include <vector>

#include "searcher/query_tokens.h"

namespace broadsheet {

// Afterwards each bracket has its partner, none is empty, they are nested at most 20
// deep, and words in a bracket behind a field have that field. O(tokens).
std::vector<QueryToken> settle_brackets(std::vector<QueryToken> tokens,
                                        std::vector<Remark>& remarks);

}  // namespace broadsheet
