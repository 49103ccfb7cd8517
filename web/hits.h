// The list of hits on a results page.
#pragma once

#include "searcher/results.h"
#include "web/html.h"

namespace broadsheet {

void add_hits(Html& html, const SearchRequest& request, const Results& results);

}  // namespace broadsheet
