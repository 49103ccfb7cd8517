// broadsheet fields: the fields that a query can name.
#include "searcher/render/fields.h"

#include <string>

#include "cli/commands.h"
#include "cli/console.h"

namespace broadsheet {
namespace {

class FieldsCommand : public Command {
 public:
  void declare(Options& options) override {
    options.choice("--format", "the form of the table", {"text", "json"}, format_);
  }

  int run() override {
    const Screen screen = results_screen();
    print(format_ == "json" ? fields_json() : fields_text(screen.width, screen.colour));
    return exit_found;
  }

 private:
  std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_fields() {
  return std::make_unique<FieldsCommand>();
}

}  // namespace broadsheet
