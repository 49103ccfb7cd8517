#include "cli/report.h"

#include <fmt/format.h>

#include "article/article_json.h"
#include "article/error.h"
#include "cli/console.h"
#include "searcher/render/terminal.h"

namespace broadsheet {

std::string rehearsal_line(const Article& article, Fate fate) {
  std::string date = article.date ? to_string(*article.date) : "undated";
  if (article.date && article.date_source)
    date += fmt::format(" ({})", to_string(*article.date_source));
  std::string place = article.path;
  if (article.member) place += ", in it " + *article.member;
  if (article.line) place += fmt::format(":{}", *article.line);
  return fmt::format("{:<10}{}\n{:<10}{} | {} | {} | {}\n", to_string(fate),
                     one_line(display_title(article.title, article.text)), "", date,
                     one_line(article.outlet.value_or("outlet unknown")),
                     counted(article.figures.size(), "figure", "figures"),
                     one_line(place));
}

Report::Report(std::string path) : path_(std::move(path)) {
  if (path_.empty() || path_ == "-") return;
  file_.open(path_, std::ios::binary | std::ios::trunc);
  if (!file_)
    throw Error(ErrorCode::unwritable, fmt::format("cannot write {}", path_),
                "name another place with --report FILE");
}

void Report::add(const Outcome& outcome) {
  using Json = nlohmann::ordered_json;
  const auto known = [](const std::string& text) {
    return text.empty() ? Json() : Json(text);
  };
  const std::string line =
      to_line({{"path", outcome.path},
               {"member", outcome.member ? Json(*outcome.member) : Json()},
               {"line", outcome.line ? Json(*outcome.line) : Json()},
               {"id", known(outcome.id)},
               {"outcome", std::string(to_string(outcome.fate))},
               {"reason", known(outcome.reason)}}) +
      "\n";
  if (path_ == "-") {
    print(line);
  } else {
    file_ << line;
  }
}

void Report::finish() {
  if (path_.empty() || path_ == "-") return;
  file_.close();
  if (!file_) throw Error(ErrorCode::unwritable, fmt::format("cannot write {}", path_));
}

}  // namespace broadsheet
