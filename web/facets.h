// Facets as links: each value can be taken in, left out or let go of again.
#pragma once

#include "searcher/results.h"
#include "web/html.h"
#include "web/view.h"

namespace broadsheet {

// <nav> with one list per facet; nothing when there are no values.
void add_facets(Html& html, const View& view, const Results& results);

// What a facet value is called: its name, or "Outlet not known" and the like.
std::string facet_label(std::string_view facet, const std::optional<std::string>& value);

// The filter a facet value stands for in query text, such as outlet:"Reuters" or
// date:unknown; empty for a facet that the query language does not know.
std::string facet_filter(const Facet& facet, const FacetValue& value);

}  // namespace broadsheet
