// Routes, refusals, caching. Pages are made in *_page.cpp, JSON in api.cpp.
#include "web/site.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>

#include "article/error.h"
#include "searcher/render.h"
#include "searcher/render/completions.h"
#include "web/api.h"
#include "web/assets.h"
#include "web/facets.h"
#include "web/links.h"
#include "web/pages.h"

namespace broadsheet {
namespace {

constexpr std::string_view article_prefix = "/article/";
constexpr std::string_view article_api_prefix = "/api/article/";
constexpr std::size_t longest_id = 128;

bool wants_json(const WebRequest& request) {
  return request.path.starts_with("/api/") || request.path == "/healthz" ||
         parameter(request.parameters, "format") == "json";
}

Reply html_reply(std::string body) {
  return {.body = std::move(body), .headers = {}};
}

Reply json_reply(std::string body) {
  return {.type = "application/json", .body = std::move(body), .headers = {}};
}

Reply refusal(const WebRequest& request, int status, std::string_view message,
              std::string_view hint) {
  Reply reply = wants_json(request) ? json_reply(error_json(message, hint))
                                    : html_reply(error_page(status, message, hint));
  reply.status = status;
  return reply;
}

// FNV-1a: an ETag need only differ when the page does.
std::string etag_of(std::string_view body) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (char c : body) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return "\"" + std::to_string(hash) + "\"";
}

// A page may be kept, but is asked for again each time: the index may have changed.
void add_caching(Reply& reply, const WebRequest& request) {
  if (reply.status != 200) {
    reply.headers.emplace_back("Cache-Control", "no-store");
    return;
  }
  const std::string etag = etag_of(reply.body);
  reply.headers.emplace_back("Cache-Control", "no-cache");
  reply.headers.emplace_back("ETag", etag);
  if (request.if_none_match == etag) {
    reply.status = 304;
    reply.body.clear();
  }
}

Reply asset_reply(const Asset& asset) {
  return {.type = std::string(asset.type),
          .body = std::string(asset.bytes),
          .headers = {{"Cache-Control", "public, max-age=31536000, immutable"}}};
}

void report(std::string_view path, std::string_view trouble) {
  std::fprintf(stderr, "broadsheet: %.*s: %.*s\n", static_cast<int>(path.size()),
               path.data(), static_cast<int>(trouble.size()), trouble.data());
}

constexpr std::size_t most_examples = 6;

// Queries that suit most news; only those that find something are shown.
constexpr std::array generic_examples = {
    std::string_view("jobs>5000"), std::string_view("investment>$1bn"),
    std::string_view(">=10%"), std::string_view("\"chief executive\"")};

}  // namespace

Reply Site::answer(const WebRequest& request) {
  constexpr std::string_view sorry = "The request could not be answered just now.";
  try {
    return route(request);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::usage) {
      return refusal(request, 400, error.what(), error.hint());
    }
    report("cannot answer", error.what());
    return refusal(request, 503, "The index cannot be read just now.",
                   "Try again in a moment.");
  } catch (const std::exception& error) {
    report("cannot answer", error.what());
  }
  return refusal(request, 500, sorry, "Try again, or ask in another way.");
}

Reply Site::failure(const WebRequest& request, int status) {
  switch (status) {
    case 413:
      return refusal(request, status, "The request's body is too long.", "");
    case 414:
      return refusal(request, status, "The address is too long.",
                     "Ask with a shorter query.");
    default:
      return refusal(request, status, "The request could not be understood.", "");
  }
}

Reply Site::route(const WebRequest& request) {
  if (request.method != "GET" && request.method != "HEAD") {
    Reply reply = refusal(request, 405, "Only GET and HEAD are answered here.", "");
    reply.headers.emplace_back("Allow", "GET, HEAD");
    return reply;
  }
  if (const Asset* asset = asset_at(request.path)) return asset_reply(*asset);
  Reply reply;
  if (request.path == "/") {
    reply = start();
  } else if (request.path == "/search") {
    reply = search(request, wants_json(request));
  } else if (request.path == "/api/search") {
    reply = search(request, true);
  } else if (request.path == "/api/figures") {
    reply = figures(request);
  } else if (request.path == "/figures.csv") {
    reply = download(request, "csv");
  } else if (request.path == "/figures.jsonl") {
    reply = download(request, "jsonl");
  } else if (request.path == "/help") {
    reply = html_reply(help_page());
  } else if (request.path == "/api/similar") {
    reply = similar(request);
  } else if (request.path == "/api/complete") {
    reply = complete(request);
  } else if (request.path == "/healthz") {
    reply = health();
  } else if (request.path.starts_with(article_prefix)) {
    reply = article(request, article_prefix.size(), wants_json(request));
  } else if (request.path.starts_with(article_api_prefix)) {
    reply = article(request, article_api_prefix.size(), true);
  } else {
    reply = refusal(request, 404, "There is no page at this address.", "");
  }
  add_caching(reply, request);
  return reply;
}

Reply Site::start() {
  const IndexInfo info = engine_.info();
  return html_reply(start_page(info, examples(info)));
}

SearchRequest Site::asked(const WebRequest& request) const {
  SearchRequest asked = read_search_request(request.parameters);
  const bool longer = asked.deadline_ms == 0 || asked.deadline_ms > deadline_ms_;
  if (deadline_ms_ > 0 && longer) asked.deadline_ms = deadline_ms_;
  return asked;
}

Reply Site::search(const WebRequest& request, bool json) {
  if (json) {
    const SearchRequest search = asked(request);
    return json_reply(search_json(engine_.search(search), search));
  }
  View view = read_view(request.parameters);
  if (const auto other = folded(view, request.parameters)) {
    Reply reply = html_reply("");
    reply.status = 303;
    reply.headers.emplace_back("Location", view_url(*other));
    return reply;
  }
  view.request.deadline_ms = asked(request).deadline_ms;
  return html_reply(results_page(view, look(view)));
}

// The stories are asked for on every tab, for facets and reading line; other tabs show
// few or none of them.
Answer Site::look(const View& view) const {
  SearchRequest stories = view.request;
  SearchRequest claims = view.request;
  if (view.tab == Tab::figures) {
    stories.limit = 1;
    stories.snippets = false;
    stories.offset = 0;
    stories.cursor.clear();
    if (stories.sort == Sort::figure) stories.sort = Sort::relevance;
    claims.limit = plotted_claims;
    if (claims.offset < plotted_claims) claims.offset = 0;
  }
  Answer answer{.stories = engine_.search(stories),
                .figures = {},
                .other = {},
                .other_figures = {}};
  if (view.tab == Tab::figures) answer.figures = engine_.figures(claims);
  if (view.tab == Tab::compare && !view.against.empty()) {
    claims.limit = listed_claims;
    answer.figures = engine_.figures(claims);
    claims.query = stories.query = view.against;
    answer.other = engine_.search(stories);
    answer.other_figures = engine_.figures(claims);
  }
  return answer;
}

// The claims of a query as a file.
Reply Site::download(const WebRequest& request, std::string_view format) {
  const View view = read_view(request.parameters);
  SearchRequest claims = asked(request);
  claims.limit = SearchRequest::max_limit;
  RenderOptions options;
  options.groups = view.grouped;
  const bool csv = format == "csv";
  return {.type = csv ? "text/csv; charset=utf-8" : "application/x-ndjson",
          .body = renderer_named(format)->figures(engine_.figures(claims), options),
          .headers = {{"Content-Disposition",
                       "attachment; filename=\"figures." + std::string(format) + "\""}}};
}

Reply Site::figures(const WebRequest& request) {
  const SearchRequest search = asked(request);
  return json_reply(figures_json(engine_.figures(search), search));
}

Reply Site::similar(const WebRequest& request) {
  const std::string_view id = parameter(request.parameters, "id");
  const SearchRequest search = asked(request);
  std::optional<Results> results;
  if (!id.empty() && id.size() <= longest_id) results = engine_.similar(id, search);
  if (!results)
    return refusal(request, 404, "There is no story with this id in the index.", "");
  return json_reply(search_json(*results, search));
}

Reply Site::complete(const WebRequest& request) {
  const SearchRequest search = asked(request);
  const std::size_t at = read_cursor_place(request.parameters, search.query.size());
  const std::size_t limit = std::min(search.limit, max_completions);
  return json_reply(completions_json(engine_.complete(search.query, at, limit)));
}

Reply Site::article(const WebRequest& request, std::size_t before_id, bool json) {
  const std::string_view id = std::string_view(request.path).substr(before_id);
  const SearchRequest asked = read_search_request(request.parameters);
  std::optional<ArticleView> view;
  if (!id.empty() && id.size() <= longest_id) view = engine_.article(id, asked.query);
  if (!view) {
    return refusal(request, 404, "There is no story with this address in the index.",
                   "It may have been removed; search for it by its words.");
  }
  if (json) return json_reply(article_view_json(*view));
  return html_reply(article_page(*view, asked.query));
}

Reply Site::health() {
  return json_reply(health_json(engine_.info()));
}

bool Site::finds(const std::string& query) const {
  SearchRequest request;
  request.query = query;
  request.limit = 1;
  request.facets = false;
  request.snippets = false;
  return engine_.search(request).total > 0;
}

// The generic ones, and one for the first value of each facet of the whole collection.
std::vector<std::string> Site::example_candidates() const {
  std::vector<std::string> out(generic_examples.begin(), generic_examples.end());
  SearchRequest everything;
  everything.limit = 1;
  everything.snippets = false;
  for (const Facet& facet : engine_.search(everything).facets) {
    for (const FacetValue& value : facet.values) {
      if (!value.value) continue;
      const std::string filter = facet_filter(facet, value);
      if (!filter.empty()) {
        // In front: they are of this collection.
        if (facet.name == "outlet" || facet.name == "year")
          out.insert(out.begin(), filter);
      } else if (facet.name == "counts") {
        out.insert(out.begin(), *value.value + ">=100");
      }
      break;
    }
  }
  return out;
}

// Asked once for each revision of the index.
std::vector<std::string> Site::examples(const IndexInfo& info) {
  const std::lock_guard lock(examples_mutex_);
  if (examples_revision_ == info.revision) return examples_;
  std::vector<std::string> found;
  for (std::string& example : example_candidates()) {
    if (found.size() < most_examples && finds(example))
      found.push_back(std::move(example));
  }
  examples_ = std::move(found);
  examples_revision_ = info.revision;
  return examples_;
}

}  // namespace broadsheet
