// What search and figures have in common: their options, a single query or a batch.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "searcher/render.h"
#include "searcher/searcher.h"

namespace broadsheet {

class QueryCommand : public Command {
 public:
  void declare(Options& options) override;
  int run() override;

 protected:
  // Whether the format has the view that the command shows.
  virtual bool offers(const Renderer& renderer) const = 0;
  // Prints the answer; gives whether anything was found.
  virtual bool answer(const Searcher& searcher, const SearchRequest& request,
                      const Renderer& renderer, const RenderOptions& options) const = 0;

  // The options that stories alone have.
  void declare_for_stories(Options& options);

 private:
  SearchRequest request() const;
  RenderOptions render_options() const;
  int run_batch(const Searcher& searcher, const Renderer& renderer) const;

  static constexpr std::size_t no_deadline_given = 1'000'000;

  std::string database_;
  std::vector<std::string> words_;
  std::string format_ = "text";
  std::string sort_ = "relevance";
  std::string cursor_;
  std::string now_;
  std::string batch_;
  std::size_t limit_ = 10;
  std::size_t offset_ = 0;
  std::vector<std::string> in_;
  std::vector<std::string> out_;
  std::vector<std::string> facet_;
  std::size_t values_ = SearchRequest().values;
  std::size_t deadline_ = no_deadline_given;
  bool no_group_ = false;
  bool recency_ = false;
  bool explain_ = false;
  bool facets_ = false;
  bool no_facets_ = false;
};

}  // namespace broadsheet
