// What one token of a query asks for.
#pragma once

#include <optional>
#include <vector>

#include "article/date.h"
#include "searcher/query.h"
#include "searcher/query_tokens.h"

namespace broadsheet {

// The clauses of tokens[at], a word or a quotation with or without a field; its minus is
// left to the caller. Moves `at` behind it, and behind what belongs to it ("jobs > 5000",
// "figure:>=8000 jobs").
std::vector<Clause> clauses_of(const std::vector<QueryToken>& tokens, std::size_t& at,
                               const std::optional<Date>& now,
                               std::vector<Remark>& remarks);

}  // namespace broadsheet
