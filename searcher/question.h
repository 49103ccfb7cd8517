// Words of a question that are really fields: "Which company, reported by TechCrunch in
// October 2023, ..." names an outlet and a month in which to look, not words to look for.
#pragma once

#include <functional>
#include <string_view>

#include <xapian.h>

#include "searcher/query.h"

namespace broadsheet {

// Whether stories of an outlet with that name (as printed) are there.
using KnownOutlet = std::function<bool(std::string_view name)>;

// Those of an index, which must outlive it.
KnownOutlet known_outlets(const Xapian::Database& articles);

// Moves what `text`, the query as typed, says of outlet and day of a report into
// `query.liked`, and takes its words, and those that only say that somebody reported,
// out of what ranks. A name or a date counts only beside words of reporting, and nothing
// is taken from a query that has nothing else.
void like_named_sources(std::string_view text, const KnownOutlet& known, Query& query);

}  // namespace broadsheet
