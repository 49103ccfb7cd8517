// What a results page shows: a search, seen through one of four tabs. Every view has one
// readable URL; parameters that stand at their defaults are left out.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/results.h"
#include "web/parameters.h"

namespace broadsheet {

enum class Tab { stories, figures, timeline, compare };

inline constexpr std::array tabs = {Tab::stories, Tab::figures, Tab::timeline,
                                    Tab::compare};

std::string_view to_string(Tab tab);  // "figures", as in URLs

struct View {
  SearchRequest request;
  Tab tab = Tab::stories;
  bool grouped = false;  // figures: groups of claims in place of the claims
  std::string unit;      // of the plots; empty: the most frequent
  std::string against;   // compare: the other query
};

// Throws Error(usage) as read_search_request does.
View read_view(const Parameters& parameters);

std::string view_url(const View& view);

// The view that forms ask for by `from` and `to` (days) or `low` and `high` (values):
// these become part of the query, so that the box says the whole truth. Nothing when the
// parameters hold none of them.
std::optional<View> folded(const View& view, const Parameters& parameters);

// The same view of another query, tab or choice, from its first page.
View asking_for(View view, std::string query);
View on_tab(View view, Tab tab);
View choosing(View view, const FacetChoice& choice, Chosen how);

// The parts of a query that can be taken away one by one: words, quotations, fields,
// comparisons; what is joined by AND and OR is one part. At most 64; linear.
std::vector<Span> query_parts(std::string_view query);
std::string without_part(std::string_view query, Span part);

// The query for the days `first` to `last` alone, in place of an earlier range.
std::string within_days(std::string_view query, int first, int last);

// The query for figures of a unit from `low` to `high`, as the query language writes it.
std::string within_values(std::string_view query, std::string_view unit,
                          std::string_view low, std::string_view high);

}  // namespace broadsheet
