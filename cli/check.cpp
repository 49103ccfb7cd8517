// broadsheet check: reads the whole index back.
#include <fmt/format.h>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/shared_options.h"
#include "searcher/render/terminal.h"
#include "searcher/searcher.h"

namespace broadsheet {
namespace {

class CheckCommand : public Command {
 public:
  void declare(Options& options) override { declare_database(options, database_); }

  int run() override {
    const std::vector<std::string> troubles = check_index(database_);
    for (const std::string& trouble : troubles) print(one_line(trouble) + "\n");
    if (troubles.empty()) {
      print(fmt::format("{} is sound\n", one_line(database_)));
      return exit_found;
    }
    say(fmt::format("broadsheet: {} is damaged", database_));
    say("hint: make it anew: remove it and run 'broadsheet index' on the same files");
    return exit_trouble;
  }

 private:
  std::string database_ = default_database();
};

}  // namespace

std::unique_ptr<Command> make_check() {
  return std::make_unique<CheckCommand>();
}

}  // namespace broadsheet
