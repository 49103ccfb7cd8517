// A query fitted to an index: what its wildcards stand for there, and what would take too
// long cut, each with a remark.
#pragma once

#include <xapian.h>

#include "schema/terms.h"
#include "searcher/query.h"

namespace broadsheet {

// O(words of the index that begin as the wildcards do).
void fit_to_index(Query& query, const Xapian::Database& articles, Stemmer& stem);

}  // namespace broadsheet
