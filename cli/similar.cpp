// broadsheet similar: stories like one story.
#include <fmt/format.h>

#include "article/error.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/shared_options.h"
#include "searcher/render.h"
#include "searcher/searcher.h"

namespace broadsheet {
namespace {

class SimilarCommand : public Command {
 public:
  void declare(Options& options) override {
    std::vector<std::string> formats;
    for (const Renderer& renderer : renderers())
      if (renderer.search != nullptr && renderer.figures != nullptr)
        formats.emplace_back(renderer.name);
    options.operands("ID", true, ids_);
    declare_database(options, database_);
    options.choice("--format", "the form of the answer", formats, format_);
    options.number("--limit", "N", "how many to show (default: 10)", 1,
                   SearchRequest::max_limit, limit_);
    options.number("--offset", "N", "how many to pass over first", 0, 10'000'000,
                   offset_);
    options.flag("--no-group", "show every near-copy as a hit", no_group_);
  }

  int run() override {
    if (ids_.size() != 1)
      throw Error(ErrorCode::usage, "one story at a time", "give one id");
    SearchRequest request;
    request.limit = limit_;
    request.offset = offset_;
    request.group = !no_group_;
    request.deadline_ms = default_deadline_ms;
    const auto results = Searcher(database_).similar(ids_.front(), request);
    if (!results)
      throw Error(ErrorCode::not_found,
                  fmt::format("there is no story {} in the index", ids_.front()),
                  "the id of a story stands below it in the answer of a search");
    print(renderer_named(format_)->search(*results, render_options()));
    return results->hits.empty() ? exit_nothing : exit_found;
  }

 private:
  RenderOptions render_options() const {
    const Screen screen = results_screen();
    RenderOptions options;
    options.width = screen.width;
    options.colour = screen.colour;
    options.rank = offset_ + 1;
    return options;
  }

  std::vector<std::string> ids_;
  std::string database_ = default_database();
  std::string format_ = "text";
  std::size_t limit_ = 10;
  std::size_t offset_ = 0;
  bool no_group_ = false;
};

}  // namespace

std::unique_ptr<Command> make_similar() {
  return std::make_unique<SimilarCommand>();
}

}  // namespace broadsheet
