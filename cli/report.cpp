#include "cli/report.h"

#include <algorithm>
#include <fmt/format.h>

#include "article/article_json.h"
#include "article/error.h"
#include "cli/console.h"
#include "searcher/render/terminal.h"

namespace broadsheet {
namespace {

constexpr std::size_t indent = 10;

// A place that would be cut to nothing gets a line of its own.
void fit(std::string& title, std::string& about, std::string& place, std::size_t room) {
  constexpr std::size_t shortest = 24;
  title = cut_to_width(title, room);
  const std::size_t taken = display_width(about) + 1;  // the space at its end
  if (taken + std::min(shortest, display_width(place)) <= room) {
    place = cut_in_middle(place, room - std::min(room, taken));
    return;
  }
  about = cut_to_width(about.substr(0, about.size() - 3), room) + "\n" +
          std::string(indent, ' ');
  place = cut_in_middle(place, room);
}

// The reason of a skip begins with the member where that has no room of its own.
std::string without_member(const Outcome& outcome) {
  if (!outcome.member) return outcome.reason;
  const std::string front = *outcome.member + ": ";
  return outcome.reason.starts_with(front) ? outcome.reason.substr(front.size())
                                           : outcome.reason;
}

}  // namespace

std::string rehearsal_line(const Article& article, Fate fate, std::size_t width) {
  std::string date = article.date ? to_string(*article.date) : "undated";
  if (article.date && article.date_source)
    date += fmt::format(" ({})", to_string(*article.date_source));
  std::string title = one_line(display_title(article.title, article.text));
  std::string about = fmt::format("{} | {} | {} | ", date,
                                  one_line(article.outlet.value_or("outlet unknown")),
                                  counted(article.figures.size(), "figure", "figures"));
  std::string place =
      one_line(printed_place(article.id, article.path, article.member, article.line));
  if (width > 0) fit(title, about, place, std::max<std::size_t>(width, 40) - indent);
  return fmt::format("{:<10}{}\n{:<10}{}{}\n", to_string(fate), title, "", about, place);
}

std::string rehearsal_line(const Outcome& outcome, std::size_t width) {
  std::string place =
      one_line(printed_place(outcome.id, outcome.path, outcome.member, outcome.line));
  if (width > 0) place = cut_in_middle(place, std::max<std::size_t>(width, 40) - indent);
  return fmt::format("{:<10}{}\n", to_string(outcome.fate), place);
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
               {"reason", known(without_member(outcome))}}) +
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
