// The numbers among the plain words of a query, and what they ask of a story's figures.
#pragma once

#include "searcher/query.h"

namespace broadsheet {

// Fills `figures` and `near` of a query whose clauses have been read. The words of a
// comparison ("more than 5,000") rank no more; a query that is nothing but a comparison
// filters by it.
void read_query_figures(Query& query);

}  // namespace broadsheet
