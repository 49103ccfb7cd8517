// JSON of the API: the search and figures views are the json renderer's, so that page,
// API and command line say the same.
#include "web/api.h"

#include "article/article_json.h"
#include "searcher/render.h"

namespace broadsheet {
namespace {

RenderOptions options_for(const SearchRequest& request) {
  RenderOptions options;
  options.rank = request.offset + 1;
  return options;
}

}  // namespace

std::string error_json(std::string_view message, std::string_view hint) {
  nlohmann::ordered_json error;
  error["message"] = message;
  error["hint"] = hint.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(hint);
  return to_line({{"error", std::move(error)}}) + "\n";
}

std::string health_json(const IndexInfo& info) {
  return to_line(
             {{"status", "ok"}, {"stories", info.stories}, {"revision", info.revision}}) +
         "\n";
}

std::string search_json(const Results& results, const SearchRequest& request) {
  return renderer_named("json")->search(results, options_for(request));
}

std::string figures_json(const FigureResults& results, const SearchRequest& request) {
  return renderer_named("json")->figures(results, options_for(request));
}

}  // namespace broadsheet
