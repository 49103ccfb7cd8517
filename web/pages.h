// The pages: pure functions from values to a whole HTML document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/results.h"
#include "web/tabs.h"
#include "web/view.h"

namespace broadsheet {

// Examples are queries that are known to find something.
std::string start_page(const IndexInfo& info, const std::vector<std::string>& examples);

std::string results_page(const View& view, const Answer& answer);

std::string help_page();

// `query` is the one it was reached by; empty when there is none.
std::string article_page(const ArticleView& view, std::string_view query);

std::string error_page(int status, std::string_view message, std::string_view hint);

}  // namespace broadsheet
