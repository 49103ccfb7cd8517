// JSON of the API: the search and figures views are the json renderer's, so that page,
// API and command line say the same.
#include "web/api.h"

#include "article/article_json.h"
#include "searcher/render.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
  if (!value) return nullptr;
  return *value;
}

Json cluster_json(const ArticleView& view) {
  Json members = Json::array();
  for (const StoryRef& member : view.cluster.members) {
    members.push_back({{"id", member.id},
                       {"title", or_null(member.title)},
                       {"display_title", member.display_title},
                       {"outlet", or_null(member.outlet)},
                       {"date", member.date ? Json(to_string(*member.date)) : Json()},
                       {"path", member.path}});
  }
  return {{"id", view.article.cluster},
          {"first_outlet", or_null(view.cluster.first_outlet)},
          {"members", std::move(members)},
          {"more", view.cluster.more}};
}

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

std::string article_view_json(const ArticleView& view) {
  nlohmann::ordered_json json{{"id", view.article.id}};
  json.update(article_json(view.article));
  json.erase("evidence");  // not kept in an index
  json["also_at"] = view.also_at;
  json["cluster"] = nullptr;
  if (!view.cluster.members.empty()) json["cluster"] = cluster_json(view);
  return to_line(json) + "\n";
}

std::string search_json(const Results& results, const SearchRequest& request) {
  return renderer_named("json")->search(results, options_for(request));
}

std::string figures_json(const FigureResults& results, const SearchRequest& request) {
  return renderer_named("json")->figures(results, options_for(request));
}

}  // namespace broadsheet
