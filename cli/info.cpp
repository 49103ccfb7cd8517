// broadsheet info: what the index holds.
#include <fmt/format.h>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "article/article_json.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/shared_options.h"
#include "searcher/render/terminal.h"
#include "searcher/searcher.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

Json date_json(const std::optional<Date>& date) {
  if (!date) return nullptr;
  return to_string(*date);
}

std::string info_json(const IndexInfo& info) {
  const Json json{{"stories", info.stories},
                  {"outlets", info.outlets},
                  {"figures", info.figures},
                  {"undated", info.undated},
                  {"first", date_json(info.first)},
                  {"last", date_json(info.last)},
                  {"segments", info.segments},
                  {"revision", info.revision},
                  {"bytes", info.bytes},
                  {"version", info.version}};
  return to_line(json) + "\n";
}

std::string size_text(std::uint64_t bytes) {
  const auto size = static_cast<double>(bytes);
  if (size >= 1e9) return fmt::format("{:.1f} GB", size / 1e9);
  if (size >= 1e6) return fmt::format("{:.1f} MB", size / 1e6);
  return fmt::format("{:.1f} kB", size / 1e3);
}

std::string info_text(const IndexInfo& info, const std::string& database) {
  const std::string dates = info.first && info.last
                                ? to_string(*info.first) + " to " + to_string(*info.last)
                                : "none known";
  return fmt::format(
      "index     {}\n"
      "stories   {}\n"
      "outlets   {}\n"
      "figures   {}\n"
      "dates     {} ({} undated)\n"
      "size      {} in {}\n"
      "version   {}, revision {}\n",
      one_line(database), grouped(info.stories), grouped(info.outlets),
      grouped(info.figures), dates, grouped(info.undated), size_text(info.bytes),
      counted(info.segments, "segment", "segments"), info.version, info.revision);
}

class InfoCommand : public Command {
 public:
  void declare(Options& options) override {
    declare_database(options, database_);
    options.choice("--format", "the form of the answer", {"text", "json"}, format_);
  }

  int run() override {
    const IndexInfo info = Searcher(database_).info();
    print(format_ == "json" ? info_json(info) : info_text(info, database_));
    return exit_found;
  }

 private:
  std::string database_ = default_database();
  std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_info() {
  return std::make_unique<InfoCommand>();
}

}  // namespace broadsheet
