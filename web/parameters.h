// The parameters of a request, read into a SearchRequest. Names are those of the command
// line's options: q limit offset cursor sort now recency
// facets group values deadline explain, and in, out and facet, which may be repeated.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/results.h"

namespace broadsheet {

// Decoded, in order. Of a name that may not be repeated the first counts.
using Parameters = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::size_t max_query_bytes = 4096;

// Empty when it is not there.
std::string_view parameter(const Parameters& parameters, std::string_view name);

// Throws Error(usage), naming the parameter, when a value cannot be used. Unknown names
// are passed over; an empty value counts as not given, as forms send it.
SearchRequest read_search_request(const Parameters& parameters);

// `at`, the bytes of the query before the cursor; `end` when it is not given.
std::size_t read_cursor_place(const Parameters& parameters, std::size_t end);

}  // namespace broadsheet
