// The numbers among the plain words of a query, and what they ask of a story's figures.
#pragma once

#include <string_view>

#include "searcher/query.h"

namespace broadsheet {

// Fills `figures` and `near` of a query whose clauses have been read from `text`. The
// words of a comparison ("more than 5,000") rank no more; a query that is nothing but a
// comparison filters by it.
void read_query_figures(std::string_view text, Query& query);

}  // namespace broadsheet
