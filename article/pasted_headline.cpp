// Menus are made of short lines and headlines are longer; a short line is a headline when
// a byline stands under it.
#include "article/pasted_headline.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/byline_words.h"
#include "article/outlets.h"
#include "article/time_notes.h"

namespace broadsheet {

bool PastedHeadline::could_be_title(std::size_t i) const {
  const PageLine& line = lines_[i];
  constexpr std::size_t longest_title = 250;
  constexpr std::size_t fewest_bytes = 12;  // in scripts without spaces
  const bool full_stop = line.sentence && line.text.back() == '.';
  const bool one_word =
      line.words < 2 && !(is_high(line.text.front()) &&
                          line.text.size() >= fewest_bytes && byline_follows(i));
  return line.kind == LineKind::content && !line.list_item && !line.table && !full_stop &&
         !one_word && line.text.size() <= longest_title && !byline_at(i, false) &&
         read_credit(line.text).empty() && !is_known_outlet(line.text);
}

// What a person has written may begin "Talk with the mayor, 12 May 2026".
std::optional<Byline> PastedHeadline::byline_at(std::size_t i, bool below) const {
  const std::string& text = lines_[i].text;
  auto byline = below ? read_byline_below_title(text) : read_byline(text);
  if (byline && !is_web_ && !byline->plain) return std::nullopt;
  return byline;
}

bool PastedHeadline::byline_follows(std::size_t i) const {
  if (i + 1 >= lines_.size()) return false;
  const std::string& next = lines_[i + 1].text;
  return read_byline_below_title(next).has_value() || is_time_note(next) ||
         is_known_outlet(next);
}

// "Ann Lee" or "Von Petra Maus" over the date.
bool PastedHeadline::is_writer(std::size_t i) const {
  const std::string& text = lines_[i].text;
  const bool named = looks_like_name(text) || behind_foreign_by(text).has_value();
  return named && byline_follows(i);
}

// A few capitalised words may be a headline, a menu item or the writer's name.
bool PastedHeadline::could_be_short_title(std::size_t i) const {
  if (byline_follows(i) || (i + 1 < lines_.size() && is_writer(i + 1))) return true;
  return lines_[i].words >= 3 && !looks_like_name(lines_[i].text) &&
         !looks_like_masthead(lines_[i].text) && read_names(lines_[i].text).empty();
}

// The first line with the length of a headline, else the last shorter one before the
// byline or the text.
std::size_t PastedHeadline::choose(std::size_t end) const {
  std::size_t shorter = none;
  for (std::size_t i = 0; i < end; ++i) {
    if (byline_at(i, false)) break;
    if (!could_be_title(i)) continue;
    const bool headline = lines_[i].words >= 5 || lines_[i].text.size() >= 40;
    if (headline && !names_writers(i)) return i;
    if (could_be_short_title(i) && (shorter == none || !is_writer(i))) shorter = i;
  }
  return shorter;
}

bool PastedHeadline::names_writers(std::size_t i) const {
  const std::size_t names = read_names(lines_[i].text).size();
  if (names != 1) return names > 1;
  if (i + 1 >= lines_.size()) return false;
  const PageLine& next = lines_[i + 1];
  return next.kind == LineKind::control || looks_like_masthead(next.text) ||
         byline_follows(i);
}

std::size_t PastedHeadline::end_of_plain_head() const {
  std::size_t i = 0;
  while (i < lines_.size() && (byline_at(i, false) || is_time_note(lines_[i].text) ||
                               is_known_outlet(lines_[i].text))) {
    ++i;
  }
  return std::min(i + 1, lines_.size());
}

}  // namespace broadsheet
