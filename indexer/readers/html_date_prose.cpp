#include "indexer/readers/html_date_prose.h"

#include <algorithm>
#include <string>

#include "article/ascii.h"
#include "article/date.h"

namespace broadsheet {

namespace {

// "24 April 2026 - The" reads as a day because articles and times may follow one.
Span without_fillers(std::string_view line, Span day) {
  const auto date = read_date(day.in(line), DayOrder::day_first);
  for (std::size_t end = day.end; end > day.start;) {
    const std::size_t space = line.substr(0, end).find_last_of(" \t");
    if (space == line.npos || space <= day.start) break;
    end = space;
    const auto shorter =
        read_date(line.substr(day.start, end - day.start), DayOrder::day_first);
    if (!shorter || shorter != date) break;
    day.end = end;
    while (day.end > day.start && !is_digit(line[day.end - 1]) &&
           !is_letter(line[day.end - 1]) && !is_high(line[day.end - 1])) {
      --day.end;
    }
  }
  return day;
}

}  // namespace

std::size_t end_of_publishing_phrase(std::string_view line) {
  constexpr std::string_view phrases[] = {
      "entry was posted",      "entry was published",    "post was published",
      "article was published", "story was published",    "originally published",
      "first published",       "beitrag wurde",          "artikel wurde",
      "eintrag wurde",         "meldung wurde",          "article a été publié",
      "entrada fue publicada", "artículo fue publicado", "articolo è stato pubblicato",
      "bericht is geplaatst",  "bericht werd geplaatst", "post foi publicado"};
  // Few lines hold a piece of any of them.
  constexpr std::string_view pieces[] = {"post", "publi", "wurde", "geplaatst"};
  const bool may_hold =
      std::any_of(std::begin(pieces), std::end(pieces),
                  [&](std::string_view piece) { return line.find(piece) != line.npos; });
  if (!may_hold) return line.npos;
  const std::string lower = to_lower(line);
  for (const std::string_view phrase : phrases) {
    const std::size_t at = lower.find(phrase);
    if (at != lower.npos) return at + phrase.size();
  }
  return std::string_view::npos;
}

std::size_t bytes_beside(std::string_view line, Span day) {
  constexpr std::string_view signs[] = {"|", "\u00B7", "\u2022", "\u22C5", "\u00BB"};
  std::size_t from = 0;
  std::size_t end = line.size();
  for (const std::string_view sign : signs) {
    const std::size_t before = line.substr(0, day.start).rfind(sign);
    if (before != line.npos) from = std::max(from, before + sign.size());
    end = std::min(end, line.find(sign, day.start));
  }
  return day.start - from + (end > day.end ? end - day.end : 0);
}

bool is_dateline(std::string_view line, Span day) {
  constexpr std::size_t longest_place = 45;
  if (day.start > longest_place) return false;
  day = without_fillers(line, day);
  const std::string_view before = trimmed(line.substr(0, day.start));
  const std::string_view after = trimmed(line.substr(day.end));
  const bool alone = before.empty() || std::string_view(",(|/").find(before.back()) !=
                                           std::string_view::npos;
  if (!alone) return false;
  return after.starts_with(")") || after.starts_with(". ") || after.starts_with("- ") ||
         after.starts_with(": ") || after.starts_with("/ ") || after.starts_with("| ") ||
         after.starts_with("\u2013") || after.starts_with("\u2014");
}

bool opens_hours(std::string_view text) {
  const auto skip_to_clock = [&](std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text.substr(at, 3) == "Uhr")) {
      at += text[at] == ' ' ? 1 : 3;
    }
    return at;
  };
  for (std::size_t colon = text.find(':'); colon != text.npos && colon + 2 < text.size();
       colon = text.find(':', colon + 1)) {
    if (colon == 0 || !is_digit(text[colon - 1]) || !is_digit(text[colon + 1])) continue;
    const std::size_t dash = skip_to_clock(colon + 3);
    const std::string_view rest = text.substr(std::min(dash, text.size()));
    const std::size_t length = rest.starts_with("-")        ? 1
                               : rest.starts_with("\u2013") ? 3
                                                            : 0;
    if (length == 0) continue;
    const std::string_view end = trimmed(rest.substr(length));
    const std::size_t hour = end.find(':');
    if (hour == 1 || hour == 2) return is_digit(end[0]) && is_digit(end[hour - 1]);
  }
  return false;
}

bool ends_range(std::string_view before) {
  before = trimmed(before);
  for (const std::string_view dash : {"-", "\u2013", "bis", " to"}) {
    if (!before.ends_with(dash)) continue;
    const std::string_view rest = trimmed(before.substr(0, before.size() - dash.size()));
    return !rest.empty() && (is_digit(rest.back()) || rest.back() == '.');
  }
  return false;
}

}  // namespace broadsheet
