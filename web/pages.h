// The pages: pure functions from values to a whole HTML document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/results.h"

namespace broadsheet {

// Examples are queries that are known to find something.
std::string start_page(const IndexInfo& info, const std::vector<std::string>& examples);

std::string results_page(const SearchRequest& request, const Results& results);

// `query` is the one it was reached by; empty when there is none.
std::string article_page(const ArticleView& view, std::string_view query);

std::string error_page(int status, std::string_view message, std::string_view hint);

}  // namespace broadsheet
