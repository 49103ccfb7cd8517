// Dates as they are typed into a query.
#pragma once

#include <optional>
#include <string_view>

#include "article/date.h"
#include "searcher/query.h"

namespace broadsheet {

// "2026", "2026-04", "april 2026", "q2 2026", "2025-10..2026-04", "..2025", "2026..",
// "h1 2026", "2010s", "today", "yesterday", "friday", "april", "this week", "last month",
// "last 30 days", "2 weeks ago".
// Nothing when it is none of these, or is relative and there is no `now`.
std::optional<DayRange> read_date_range(std::string_view text,
                                        const std::optional<Date>& now);

}  // namespace broadsheet
