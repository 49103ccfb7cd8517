// Facets as links that add to the query text or take away from it.
#pragma once

#include "searcher/results.h"
#include "web/html.h"

namespace broadsheet {

// <nav> with one list per facet; nothing when there are no values.
void add_facets(Html& html, const SearchRequest& request, const Results& results);

// The filter a facet value stands for in query text, such as outlet:"Reuters" or
// date:unknown; empty for a facet this page does not know.
std::string facet_filter(const Facet& facet, const FacetValue& value);

}  // namespace broadsheet
