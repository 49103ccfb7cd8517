// broadsheet search: stories, best first.
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/query_command.h"

namespace broadsheet {
namespace {

class SearchCommand : public QueryCommand {
 public:
  void declare(Options& options) override {
    QueryCommand::declare(options);
    declare_for_stories(options);
  }

 protected:
  bool offers(const Renderer& renderer) const override { return renderer.search; }

  bool answer(const Searcher& searcher, const SearchRequest& request,
              const Renderer& renderer, const RenderOptions& options) const override {
    const Results results = searcher.search(request);
    RenderOptions ranked = options;
    ranked.rank = results.offset + 1;  // a cursor has a place of its own
    print(renderer.search(results, ranked));
    return results.total > 0 || !results.hits.empty();
  }
};

}  // namespace

std::unique_ptr<Command> make_search() {
  return std::make_unique<SearchCommand>();
}

}  // namespace broadsheet
