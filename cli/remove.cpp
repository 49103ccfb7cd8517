// broadsheet remove: stories and outlets that go from the index and stay out.
#include <fmt/format.h>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "article/article_json.h"
#include "article/error.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/shared_options.h"
#include "indexer/amend.h"
#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

using Json = nlohmann::ordered_json;

class RemoveCommand : public Command {
 public:
  void declare(Options& options) override {
    options.operands("ID...", false, ids_);
    declare_database(options, database_);
    options.list("--outlet", "NAME", "all stories of that outlet; can be repeated",
                 outlets_);
    options.list("--path", "PATH", "all stories of that file or folder; can be repeated",
                 paths_);
    options.flag("--undo", "let them in again when their files are indexed next", undo_);
    options.flag("--list", "show what stays out", list_);
    options.choice("--format", "the form of the answer", {"text", "json"}, format_);
  }

  int run() override {
    if (list_) {
      show(list_removals(database_));
      return exit_found;
    }
    std::vector<Removal> rules;
    add(Removal::Kind::story, ids_, rules);
    add(Removal::Kind::outlet, outlets_, rules);
    add(Removal::Kind::path, paths_, rules);
    if (rules.empty())
      throw Error(ErrorCode::usage, "there is nothing to remove",
                  "name a story by its id, or use --outlet, --path or --list");
    const std::vector<Removed> removed =
        remove_stories(database_, std::move(rules), undo_);
    print(format_ == "json" ? json(removed) : text(removed));
    return exit_found;
  }

 private:
  static std::size_t stories_of(const std::vector<Removed>& removed) {
    std::size_t stories = 0;
    for (const Removed& one : removed) stories += one.stories;
    return stories;
  }

  std::string json(const std::vector<Removed>& removed) const {
    Json rules = Json::array();
    for (const Removed& one : removed) {
      rules.push_back({{"kind", std::string(to_string(one.rule.kind))},
                       {"value", one.rule.value},
                       {"stories", one.stories}});
    }
    return to_line(Json{{undo_ ? "let_in" : "removed", stories_of(removed)},
                        {"rules", std::move(rules)}}) +
           "\n";
  }

  std::string text(const std::vector<Removed>& removed) const {
    const std::size_t stories = stories_of(removed);
    const std::string number = counted(stories, "story", "stories");
    if (undo_ && stories == 0) return "nothing was kept out by that\n";
    if (undo_)
      return fmt::format("{} may come back; index {} again\n", number,
                         stories == 1 ? "its file" : "their files");
    std::string out;
    if (stories > 0)
      out = fmt::format("removed {}; --undo lets {} in again\n", number,
                        stories == 1 ? "it" : "them");
    for (const Removed& one : removed) {
      if (one.stories == 0) out += nothing_there(one.rule);
    }
    return out;
  }

  // A name that is misspelt looks like this too.
  static std::string nothing_there(const Removal& rule) {
    return fmt::format(
        "no story of {} {} is in the index; those to come stay out (--undo takes that "
        "back)\n",
        to_string(rule.kind), one_line(rule.value));
  }

  static void add(Removal::Kind kind, const std::vector<std::string>& values,
                  std::vector<Removal>& rules) {
    for (const std::string& value : values)
      rules.push_back({.kind = kind, .value = value, .content = 0, .title = {}});
  }

  void show(const std::vector<Removal>& removals) const {
    Json list = Json::array();
    std::string lines;
    for (const Removal& removal : removals) {
      const std::string kind(to_string(removal.kind));
      list.push_back({{"kind", kind},
                      {"value", removal.value},
                      {"title", removal.title.empty() ? Json() : Json(removal.title)}});
      lines += fmt::format("{:<8}{}", kind, one_line(removal.value));
      if (!removal.title.empty()) lines += "  " + one_line(removal.title);
      lines += "\n";
    }
    if (format_ == "json") {
      print(to_line(list) + "\n");
    } else {
      print(lines.empty() ? "nothing has been removed by hand\n" : lines);
    }
  }

  std::string database_ = default_database();
  std::vector<std::string> ids_;
  std::vector<std::string> outlets_;
  std::vector<std::string> paths_;
  std::string format_ = "text";
  bool undo_ = false;
  bool list_ = false;
};

}  // namespace

std::unique_ptr<Command> make_remove() {
  return std::make_unique<RemoveCommand>();
}

}  // namespace broadsheet
