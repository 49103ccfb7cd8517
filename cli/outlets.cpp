// broadsheet outlets: the table of outlets with all their names, as --outlets reads it.
#include "article/outlets.h"

#include <string>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/shared_options.h"

namespace broadsheet {
namespace {

class OutletsCommand : public Command {
 public:
  void declare(Options& options) override { declare_outlets(options, file_); }

  int run() override {
    add_outlets_of(file_);
    print(outlets_text());
    return exit_found;
  }

 private:
  std::string file_;
};

}  // namespace

std::unique_ptr<Command> make_outlets() {
  return std::make_unique<OutletsCommand>();
}

}  // namespace broadsheet
