// broadsheet figures: the figures of the matching stories.
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/query_command.h"

namespace broadsheet {
namespace {

class FiguresCommand : public QueryCommand {
 protected:
  bool offers(const Renderer& renderer) const override { return renderer.figures; }

  bool answer(const Searcher& searcher, const SearchRequest& request,
              const Renderer& renderer, const RenderOptions& options) const override {
    const FigureResults results = searcher.figures(request);
    print(renderer.figures(results, options));
    return results.total > 0 || !results.rows.empty();
  }
};

}  // namespace

std::unique_ptr<Command> make_figures() {
  return std::make_unique<FiguresCommand>();
}

}  // namespace broadsheet
