// broadsheet figures: the figures of the matching stories.
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/query_command.h"

namespace broadsheet {
namespace {

class FiguresCommand : public QueryCommand {
 public:
  void declare(Options& options) override {
    QueryCommand::declare(options);
    options.flag("--groups", "group by what is counted and whom it is said of", groups_);
    options.more(
        "A line a group: how many claims, least, median and most, the first and the "
        "latest day. Not with --format json, which always has the groups");
  }

 protected:
  bool offers(const Renderer& renderer) const override { return renderer.figures; }

  bool answer(const Searcher& searcher, const SearchRequest& request,
              const Renderer& renderer, const RenderOptions& options) const override {
    const FigureResults results = searcher.figures(request);
    RenderOptions with_groups = options;
    with_groups.groups = groups_;
    print(renderer.figures(results, with_groups));
    return results.total > 0 || !results.rows.empty();
  }

 private:
  bool groups_ = false;
};

}  // namespace

std::unique_ptr<Command> make_figures() {
  return std::make_unique<FiguresCommand>();
}

}  // namespace broadsheet
