// The JSON that leaves over HTTP beside what the renderers write.
#pragma once

#include <string>
#include <string_view>

#include "searcher/results.h"

namespace broadsheet {

std::string error_json(std::string_view message, std::string_view hint);
std::string health_json(const IndexInfo& info);
std::string search_json(const Results& results, const SearchRequest& request);
std::string article_view_json(const ArticleView& view);
std::string figures_json(const FigureResults& results, const SearchRequest& request);

}  // namespace broadsheet
