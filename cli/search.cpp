// broadsheet search: stories, best first.
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/query_command.h"

namespace broadsheet {
namespace {

class SearchCommand : public QueryCommand {
 protected:
  bool offers(const Renderer& renderer) const override { return renderer.search; }

  bool answer(const Searcher& searcher, const SearchRequest& request,
              const Renderer& renderer, const RenderOptions& options) const override {
    const Results results = searcher.search(request);
    print(renderer.search(results, options));
    return results.total > 0 || !results.hits.empty();
  }
};

}  // namespace

std::unique_ptr<Command> make_search() {
  return std::make_unique<SearchCommand>();
}

}  // namespace broadsheet
