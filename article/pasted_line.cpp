#include "article/pasted_line.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/outlets.h"
#include "article/time_notes.h"

namespace broadsheet {

bool is_lone_dateline(const PageLine& line) {
  const std::string_view text = line.text;
  return line.words <= 8 && text.size() >= 3 &&
         (text.substr(text.size() - 3) == "\u2014" ||
          text.substr(text.size() - 3) == "\u2013");
}

std::string cleaned_title(std::string_view text) {
  while (!text.empty() &&
         (text.front() == '#' || text.front() == '*' || text.front() == ' ')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && text.back() == '*') text.remove_suffix(1);
  return std::string(trimmed(text));
}

bool is_bio_heading(std::string_view lower) {
  return lower == "author" || lower == "authors" || lower == "about the author" ||
         lower == "about the authors" || lower == "about the author:";
}

bool names_the_writer(std::string_view text, std::string_view name) {
  for (const std::string_view opening : {"", "I am ", "I'm ", "I\u2019m ", "By "}) {
    if (text.substr(0, opening.size()) != opening) continue;
    if (text.substr(opening.size(), name.size()) != name) continue;
    const std::string_view rest = text.substr(opening.size() + name.size());
    if (!opening.empty() || rest.substr(0, 4) == " is " || rest.substr(0, 5) == " has " ||
        rest.substr(0, 8) == " covers " || rest.substr(0, 8) == " writes ") {
      return true;
    }
  }
  return false;
}

bool credits_known_outlet(std::string_view text) {
  const std::vector<std::string> names = read_credit(text);
  return !names.empty() &&
         std::all_of(names.begin(), names.end(),
                     [](const std::string& name) { return is_known_outlet(name); });
}

std::optional<Byline> labelled_date(const PageLine& line) {
  const std::string head = to_lower(std::string_view(line.text).substr(0, 12));
  const bool labelled = head.substr(0, 9) == "published" ||
                        head.substr(0, 7) == "updated" ||
                        head.substr(0, 12) == "last updated";
  if (!labelled || line.words > 14) return std::nullopt;
  return read_byline(line.text);
}

bool is_invitation(const PageLine& line) {
  const std::size_t count = count_invitations(line.text);
  const std::string lower = to_lower(line.text);
  const bool speaks_to_reader = lower.find("you") != std::string::npos;
  const std::size_t needed = line.words <= 20 ? 2 : 3;
  return count >= needed && (speaks_to_reader || line.words <= 20);
}

bool has_furniture(const std::vector<PageLine>& lines) {
  std::size_t controls = 0;
  std::size_t prose = 0;
  for (const PageLine& line : lines) {
    if (line.prose) ++prose;
    if (is_bio_heading(to_lower(line.text))) return true;
    if (line.kind == LineKind::content || line.list_item || is_time_note(line.text))
      continue;
    if (line.kind != LineKind::control && !line.prose) return true;
    ++controls;
  }
  // "Contact" and "Save" head the parts of somebody's notes as well.
  return controls >= 2 || (controls == 1 && prose >= 2);
}

}  // namespace broadsheet
