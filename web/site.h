// The site: from a request to a reply, without HTTP. The server (server.cpp) turns bytes
// into requests and replies into bytes; everything that decides stands here.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/completions.h"
#include "searcher/results.h"
#include "web/parameters.h"
#include "web/tabs.h"
#include "web/view.h"

namespace broadsheet {

// What the site asks of a searcher; a seam, so that pages can be tried without an index.
struct Engine {
  std::function<Results(const SearchRequest&)> search;
  std::function<FigureResults(const SearchRequest&)> figures;
  std::function<std::optional<ArticleView>(std::string_view, std::string_view)> article;
  std::function<IndexInfo()> info;
  std::function<std::optional<Results>(std::string_view, const SearchRequest&)> similar;
  std::function<Completions(std::string_view, std::size_t, std::size_t)> complete;
};

struct WebRequest {
  std::string method = "GET";
  std::string path;
  Parameters parameters;
  std::string if_none_match;
};

struct Reply {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

class Site {
 public:
  // A search takes at most so many milliseconds, if that is not 0; a request may ask for
  // less.
  explicit Site(Engine engine, std::size_t deadline_ms = 0)
      : engine_(std::move(engine)), deadline_ms_(deadline_ms) {}

  // Never throws: what goes wrong is a reply too, and a line for the operator.
  Reply answer(const WebRequest& request);

  // For what the server itself refuses, such as a body that is too long.
  static Reply failure(const WebRequest& request, int status);

 private:
  Reply route(const WebRequest& request);
  Reply start();
  Reply search(const WebRequest& request, bool json);
  Answer look(const View& view) const;
  Reply figures(const WebRequest& request);
  Reply download(const WebRequest& request, std::string_view format);
  Reply article(const WebRequest& request, std::size_t before_id, bool json);
  Reply similar(const WebRequest& request);
  Reply complete(const WebRequest& request);
  Reply health();
  std::vector<std::string> examples(const IndexInfo& info);
  std::vector<std::string> example_candidates() const;
  bool finds(const std::string& query) const;

  SearchRequest asked(const WebRequest& request) const;

  Engine engine_;
  std::size_t deadline_ms_;
  std::mutex examples_mutex_;
  std::optional<std::uint64_t> examples_revision_;
  std::vector<std::string> examples_;
};

}  // namespace broadsheet
