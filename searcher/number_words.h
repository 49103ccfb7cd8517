// One spelling for the numbers of a query.
#pragma once

#include <string>

#include "searcher/query.h"

namespace broadsheet {

// "8K jobs", "eight thousand jobs" and "8,000 jobs" rank by the words "8000" and "jobs".
// Sums of money, shares and measures stay as they were typed.
void unify_numbers(Query& query);

// The figure of the query whose number the word is; null when it is none.
const Figure* figure_of_number(const Query& query, const std::string& word);

}  // namespace broadsheet
