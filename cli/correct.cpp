// broadsheet correct: a story's fields put right by hand, and what has been.
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

Json known(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

std::string states_json(const std::vector<CorrectionState>& states) {
  Json list = Json::array();
  for (const CorrectionState& state : states) {
    list.push_back({{"id", state.id},
                    {"title", known(state.title)},
                    {"field", state.field},
                    {"from", known(state.from)},
                    {"to", known(state.to)},
                    {"applied", state.applied},
                    {"reason", known(state.why_not)}});
  }
  return to_line(list) + "\n";
}

std::string shown(const CorrectionState& state, const std::string& value) {
  if (!value.empty()) return value;
  return state.field.starts_with("figure:") ? "no figure" : "unknown";
}

std::string states_text(const std::vector<CorrectionState>& states) {
  std::string out;
  std::string last;
  for (const CorrectionState& state : states) {
    if (state.id != last) out += fmt::format("{}  {}\n", state.id, one_line(state.title));
    last = state.id;
    std::string line = fmt::format("{}: {}", state.field, shown(state, state.to));
    line += state.applied ? fmt::format(" (was {})", shown(state, state.from))
                          : fmt::format(" (not applied: {})", state.why_not);
    out += "  " + one_line(line) + "\n";
  }
  return out;
}

class CorrectCommand : public Command {
 public:
  void declare(Options& options) override {
    options.operands("ID FIELD=VALUE...", false, words_);
    declare_database(options, database_);
    options.flag("--undo", "take back: the fields that are named, or all of the story",
                 undo_);
    options.text("--file", "FILE", "corrections from JSON lines; - is standard input",
                 file_);
    options.flag("--list", "show what has been corrected, and what of it applies", list_);
    options.choice("--format", "the form of the answer", {"text", "json"}, format_);
  }

  int run() override {
    if (list_) {
      show(list_corrections(database_));
    } else {
      show(correct_stories(database_, requests(), latest_date()));
    }
    return exit_found;
  }

 private:
  std::vector<CorrectionRequest> requests() const {
    if (!file_.empty()) {
      if (!words_.empty())
        throw Error(ErrorCode::usage, "--file and an id exclude each other");
      return read_correction_lines(file_, read_file(file_));
    }
    if (words_.empty())
      throw Error(ErrorCode::usage, "there is no story to correct",
                  "name one by its id, or use --file or --list");
    return {request()};
  }

  CorrectionRequest request() const {
    CorrectionRequest made;
    made.id = words_.front();
    for (std::size_t i = 1; i < words_.size(); ++i) {
      const std::size_t equals = words_[i].find('=');
      if (equals == std::string::npos && undo_) {
        made.undo.push_back(words_[i]);
      } else if (equals == std::string::npos || equals == 0 || undo_) {
        throw Error(ErrorCode::usage,
                    fmt::format("'{}' is not of the form {}", words_[i],
                                undo_ ? "FIELD" : "FIELD=VALUE"),
                    undo_ ? "" : "for example date=2026-04-24, or outlet= for unknown");
      } else {
        made.set[words_[i].substr(0, equals)] = words_[i].substr(equals + 1);
      }
    }
    made.undo_all = undo_ && made.undo.empty();
    if (!undo_ && made.set.empty())
      throw Error(ErrorCode::usage, "there is nothing to correct",
                  "for example date=2026-04-24");
    return made;
  }

  void show(const std::vector<CorrectionState>& states) const {
    if (format_ == "json") {
      print(states_json(states));
    } else if (states.empty()) {
      print(list_ ? "nothing has been corrected\n" : "no corrections are left\n");
    } else {
      print(states_text(states));
    }
  }

  std::string database_ = default_database();
  std::vector<std::string> words_;
  std::string file_;
  std::string format_ = "text";
  bool undo_ = false;
  bool list_ = false;
};

}  // namespace

std::unique_ptr<Command> make_correct() {
  return std::make_unique<CorrectCommand>();
}

}  // namespace broadsheet
