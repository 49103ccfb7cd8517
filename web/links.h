// URLs of the page's states. Every state is one readable GET URL; parameters that stand
// at their defaults are left out, so that one state has one URL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/results.h"

namespace broadsheet {

// Percent-encoding for a query value or a path segment; space is "+" in a value.
std::string url_encode(std::string_view text);
std::string url_encode_segment(std::string_view text);

std::string search_url(const SearchRequest& request, std::string_view path = "/search");
std::string article_url(std::string_view id, std::string_view query = {});

// The request for another query or page of the same view: facets and sort links start
// again at the first page.
SearchRequest with_query(SearchRequest request, std::string query);
SearchRequest at_offset(SearchRequest request, std::size_t offset);

// The URL when it is safe to link to: absolute http or https, nothing else.
std::optional<std::string> safe_link(const std::optional<std::string>& url);

// Query text composition: filters are ordinary query text, so that the box always says
// the whole truth. `filter` is one token such as outlet:"Reuters" or date:2026.
std::string filter_text(std::string_view field, std::string_view value);
bool has_filter(std::string_view query, std::string_view filter);
std::string with_filter(std::string_view query, std::string_view filter);
std::string without_filter(std::string_view query, std::string_view filter);

}  // namespace broadsheet
