// broadsheet complete: what a query that is being typed may go on with.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/shared_options.h"
#include "searcher/render/completions.h"
#include "searcher/searcher.h"

namespace broadsheet {
namespace {

class CompleteCommand : public Command {
 public:
  void declare(Options& options) override {
    options.operands("QUERY...", true, words_);
    options.let_operands_start_with_dash();
    declare_database(options, database_);
    options.choice("--format", "the form of the answer", {"text", "json"}, format_);
    options.number("--limit", "N", "how many to show (default: 10)", 1, max_completions,
                   limit_);
    options.number("--at", "N", "bytes of the query before the cursor (default: all)", 0,
                   at_end, at_);
  }

  int run() override {
    const Searcher searcher(database_);
    const std::string query = fmt::format("{}", fmt::join(words_, " "));
    const Completions completions = searcher.complete(query, at_, limit_);
    print(format_ == "json" ? completions_json(completions)
                            : completions_text(completions));
    return completions.list.empty() ? exit_nothing : exit_found;
  }

 private:
  static constexpr std::size_t at_end = 1'000'000;

  std::vector<std::string> words_;
  std::string database_ = default_database();
  std::string format_ = "text";
  std::size_t limit_ = 10;
  std::size_t at_ = at_end;
};

}  // namespace

std::unique_ptr<Command> make_complete() {
  return std::make_unique<CompleteCommand>();
}

}  // namespace broadsheet
