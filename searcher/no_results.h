// A query that finds nothing, told part by part: which part leaves nothing over, and how
// many stories there are without it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query.h"

namespace broadsheet {

// How many stories a query finds; nothing when there is no time left to say.
using CountStories = std::function<std::optional<std::size_t>(const std::string&)>;

// Asks for the query without each of its parts in turn, as the text that is suggested, so
// that a number is what whoever follows the suggestion gets. Bounded.
std::vector<Remark> no_results_remarks(const Query& query, std::string_view text,
                                       const CountStories& count);

}  // namespace broadsheet
