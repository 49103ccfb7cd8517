// broadsheet FOLDER...: indexes and serves in one step. Standard output holds the address
// alone, as with serve.
#include <string>
#include <vector>

#include "cli/account.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/shared_options.h"
#include "indexer/index.h"

namespace broadsheet {
namespace {

class FolderCommand : public Command {
 public:
  void declare(Options& options) override {
    options.operands("FOLDER...", true, paths_);
    declare_database(options, database_);
    declare_fields(options, fields_);
    declare_address(options, address_);
  }

  int run() override {
    IndexOptions options;
    options.database = database_;
    options.paths = paths_;
    options.read = read_options(fields_);
    say(account_text(index_and_tell(options, false)));
    return serve_until_stopped(database_, address_);
  }

 private:
  std::string database_ = default_database();
  std::vector<std::string> paths_;
  FieldOptions fields_;
  Address address_;
};

}  // namespace

std::unique_ptr<Command> make_folder() {
  return std::make_unique<FolderCommand>();
}

}  // namespace broadsheet
