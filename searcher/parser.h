// Query text to Query. Total: whatever is typed gives a Query; what was odd is in
// remarks.
//
//   meta layoffs              words rank; a story need not hold all of them
//   "internal morale"         a phrase filters (in a question of over ten words it ranks)
//   -rumour  NOT rumour       excludes;  +rumour must be there
//   =layoffs  lay*            one form;  all words that begin so
//   a AND b   a OR b   ( )    filter; operators are upper case, and words in a query that
//                             has no lower-case letter
//   a NEAR/5 b  a ADJ/5 b     at most five words apart; in this order
//   a SAME b                  in one sentence
//   outlet:"BBC News"         a field of schema/fields.h filters
//   date:2025-10..2026-04     days, months, years, ranges, "last month", unknown
//   jobs>5000  $40bn..50bn  5%+  figure:>=8000 jobs  capex:$45bn..
//                             a figure in one sentence with the words about it
#pragma once

#include <optional>
#include <string_view>

#include "article/date.h"
#include "searcher/query.h"

namespace broadsheet {

// `now` is what relative dates are counted from; without it they are remarked upon and
// taken as words. O(length of the text); nesting and length are bounded.
Query parse_query(std::string_view text, const std::optional<Date>& now);

}  // namespace broadsheet
