// What a query that is being typed may go on with: words, names, fields, dates and things
// counted of the index, with the number of stories that have each; those at a mistake or
// two come behind.
#pragma once

#include <cstddef>
#include <string_view>

#include "searcher/completions.h"
#include "searcher/lexicons.h"

namespace broadsheet {

// `at` beyond the query means its end. Total: any bytes give a list, maybe an empty one.
Completions complete_query(std::string_view query, std::size_t at, std::size_t limit,
                           Snapshot& snapshot, Lexicons& lexicons);

}  // namespace broadsheet
