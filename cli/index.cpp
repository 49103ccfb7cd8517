// broadsheet index: files and folders into the index.
#include "indexer/index.h"

#include <string>
#include <unordered_set>
#include <vector>

#include "cli/account.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/report.h"
#include "cli/shared_options.h"

namespace broadsheet {
namespace {

class IndexCommand : public Command {
 public:
  void declare(Options& options) override {
    options.operands("PATH...", true, paths_);
    declare_database(options, database_);
    declare_fields(options, fields_);
    options.flag("--prune", "remove the stories of files that have vanished", prune_);
    options.flag("--dry-run", "read and tell what would become of each story, no more",
                 dry_run_);
    options.text("--report", "FILE", "write a JSON line for each story and file",
                 report_);
    options.more("With path, line, what became of it and why; - is standard output");
    options.choice("--format", "how to print the account at the end", {"text", "json"},
                   format_);
    options.number("--workers", "N", "threads to work with (default: one a core)", 1, 256,
                   workers_);
    options.flag("--quiet", "no progress bar, and no account in text", quiet_);
  }

  int run() override {
    IndexOptions options;
    options.database = database_;
    options.paths = paths_;
    options.read = read_options(fields_);
    options.prune = prune_;
    options.workers = static_cast<unsigned>(workers_);
    options.dry_run = dry_run_;
    const bool tell = dry_run_ && !quiet_ && format_ == "text";
    const Screen screen = results_screen();
    const std::size_t width = screen.terminal ? screen.width : 0;
    std::unordered_set<std::string> told;
    if (tell) {
      options.each = [&](const Article& article, Fate fate) {
        told.insert(article.id);
        print(rehearsal_line(article, fate, width));
      };
    }
    Report report(report_);
    options.outcome = [&](const Outcome& outcome) {
      if (tell && !outcome.id.empty() && !told.contains(outcome.id))
        print(rehearsal_line(outcome, width));
      if (!report_.empty()) report.add(outcome);
    };
    if (!tell && report_.empty()) options.outcome = nullptr;
    const Account account = index_and_tell(options, quiet_);
    report.finish();
    if (format_ == "json") {
      print(account_json(account));
    } else if (!quiet_) {
      print(account_text(account, dry_run_));
    }
    return exit_found;
  }

 private:
  std::string database_ = default_database();
  std::vector<std::string> paths_;
  FieldOptions fields_;
  std::string format_ = "text";
  std::size_t workers_ = 0;
  std::string report_;
  bool prune_ = false;
  bool dry_run_ = false;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_index() {
  return std::make_unique<IndexCommand>();
}

}  // namespace broadsheet
