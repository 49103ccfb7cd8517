// The mark of a signature is "-- " with its blank; mailers and editors lose that, and
// letters part their sections by "--" as well, so that without the blank it must be a
// short one. A letter of hardly anything but quotation is a story that was passed on, and
// keeps it.
#include "indexer/readers/email_tail.h"

#include <algorithm>

#include "article/ascii.h"

namespace broadsheet {

namespace {

constexpr std::size_t most_dropped = 200;

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// Where the line is the mark of a signature, and `rest` may be one.
bool opens_signature(std::string_view line, std::string_view rest) {
  constexpr std::size_t longest = 6000;  // with what lawyers add
  constexpr std::size_t longest_of_unsure = 600;
  constexpr std::ptrdiff_t most_lines_of_unsure = 12;
  if (line == "-- ") return rest.size() <= longest;
  return trimmed(line) == "--" && rest.size() <= longest_of_unsure &&
         std::count(rest.begin(), rest.end(), '\n') <= most_lines_of_unsure;
}

// "On Mon, 4 May 2026, Ann Lee wrote:"
bool introduces_quotation(std::string_view line) {
  constexpr std::size_t longest = 200;
  line = trimmed(line);
  if (line.size() > longest || !line.ends_with(':')) return false;
  const std::string lower = to_lower(line);
  for (const std::string_view verb : {" wrote:", " writes:", " schrieb", " a \u00E9crit",
                                      " escribi\u00F3", " ha scritto", " schreef"}) {
    if (lower.find(verb) != lower.npos) return true;
  }
  return false;
}

struct Parts {
  std::string text;
  std::string quoted;     // all of it
  std::size_t intro = 0;  // bytes of the last line of text that may introduce a quotation
};

void add_line(std::string_view line, Parts& parts) {
  if (line.starts_with('>')) {
    parts.text.resize(parts.text.size() - parts.intro);
    parts.intro = 0;
    parts.quoted.append(line).append("\n");
    return;
  }
  parts.text.append(line).append("\n");
  if (introduces_quotation(line)) {
    parts.intro = line.size() + 1;
  } else if (parts.intro > 0) {
    parts.intro = trimmed(line).empty() ? parts.intro + line.size() + 1 : 0;
  }
}

// Each paragraph apart.
void drop_quoted(std::string_view quoted, std::vector<std::string>& dropped) {
  std::string block;
  while (!quoted.empty()) {
    const std::string_view line = trimmed(take_line(quoted));
    const std::string_view said = trimmed(line.substr(
        line.find_first_not_of('>') == line.npos ? line.size()
                                                 : line.find_first_not_of('>')));
    if (!said.empty()) block.append(block.empty() ? "" : " ").append(said);
    if ((said.empty() || quoted.empty()) && !block.empty()) {
      if (dropped.size() < most_dropped) dropped.push_back(std::move(block));
      block.clear();
    }
  }
}

}  // namespace

std::string without_mail_tail(std::string_view text, std::vector<std::string>& dropped) {
  Parts parts;
  std::string_view rest = text;
  std::string_view signature;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (opens_signature(line, rest) && !trimmed(parts.text).empty()) {
      signature = trimmed(rest);
      break;
    }
    add_line(line, parts);
  }
  const std::size_t said = trimmed(parts.text).size();
  constexpr std::size_t slight = 10;  // times less than what is quoted
  if (said == 0 || (said < 200 && said * slight < parts.quoted.size())) {
    return std::string(text);
  }
  drop_quoted(parts.quoted, dropped);
  if (!signature.empty() && dropped.size() < most_dropped) {
    dropped.emplace_back(signature);
  }
  return std::move(parts.text);
}

}  // namespace broadsheet
