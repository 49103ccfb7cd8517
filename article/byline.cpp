// A byline is a short line; running text that begins with "By Tuesday" is none, because
// what follows "by" must be names, a date or nothing. A date counts only to the day.
#include "article/byline.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/byline_words.h"
#include "article/outlets.h"
#include "article/time_notes.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest_byline = 160;  // bytes

struct Label {
  std::string_view text;  // lower case
  bool updated;
};

constexpr Label date_labels[] = {{"first published on", false},
                                 {"first published", false},
                                 {"originally published on", false},
                                 {"published on", false},
                                 {"published at", false},
                                 {"published", false},
                                 {"publication date", false},
                                 {"posted on", false},
                                 {"posted", false},
                                 {"date", false},
                                 {"last updated on", true},
                                 {"last updated", true},
                                 {"last modified", true},
                                 {"updated on", true},
                                 {"updated", true}};

constexpr std::string_view separators[] = {"|",      "\u2022", "\u00B7", "\u2013",
                                           "\u2014", " - ",    " / "};

// Line parts between bars, bullets and dashes; commas stay inside.
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t skip = 0;
    for (const std::string_view mark : separators) {
      if (line.substr(at, mark.size()) == mark) skip = mark.size();
    }
    if (skip != 0) {
      parts.push_back(trimmed(line.substr(from, at - from)));
      from = at + skip;
    }
    at += std::max<std::size_t>(skip, 1);
  }
  parts.push_back(trimmed(line.substr(from)));
  return parts;
}

bool is_day(std::string_view text) {
  const auto date = read_date(text);
  return date && date->precision == Precision::day;
}

// Where words of the part start; few, because bylines are short.
std::vector<std::size_t> word_starts(std::string_view part) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < part.size() && starts.size() < 16; ++at) {
    if (!is_space(part[at]) && (at == 0 || is_space(part[at - 1]))) starts.push_back(at);
  }
  return starts;
}

std::string_view without_commas(std::string_view text) {
  constexpr std::string_view signs = " ,;:";
  while (!text.empty() && signs.find(text.front()) != text.npos) text.remove_prefix(1);
  while (!text.empty() && signs.find(text.back()) != text.npos) text.remove_suffix(1);
  return text;
}

struct DatedPart {
  std::string_view before;  // what stands in front of the date
  std::string_view date;
  std::string_view behind = {};  // and behind it
};

// The date at the end of a part: "Jane Doe, 3 March 2025".
std::optional<DatedPart> dated_part(std::string_view part) {
  for (const std::size_t start : word_starts(part)) {
    const std::string_view tail = without_commas(part.substr(start));
    if (!is_day(tail)) continue;
    std::string_view before = trimmed(part.substr(0, start));
    while (!before.empty() && (before.back() == ',' || before.back() == ':')) {
      before = trimmed(before.substr(0, before.size() - 1));
    }
    return DatedPart{before, tail};
  }
  return std::nullopt;
}

// What may follow a date on its line: a weekday's sign, an outlet, "by" and a name.
bool may_follow_date(std::string_view text) {
  const bool bracketed = text.front() == '(' && text.back() == ')' && text.size() <= 12;
  return bracketed || is_masthead_line(text) || to_lower(text.substr(0, 3)) == "by " ||
         behind_foreign_by(text).has_value();
}

// The date at the head of a part: "January 15, 2026, by Ann Lee".
std::optional<DatedPart> dated_head(std::string_view part) {
  constexpr std::size_t longest_date = 7;  // words
  const std::vector<std::size_t> starts = word_starts(part);
  for (std::size_t i = std::min(starts.size(), longest_date); i-- > 1;) {
    const std::string_view head = without_commas(part.substr(0, starts[i]));
    if (!is_day(head)) continue;
    const std::string_view behind = without_commas(part.substr(starts[i]));
    if (behind.empty() || !may_follow_date(behind)) return std::nullopt;
    return DatedPart{{}, head, behind};
  }
  return std::nullopt;
}

// The bytes of a word that joins two names, or 0.
std::size_t and_word_at(std::string_view text, std::size_t at) {
  if (text[at] != ' ') return 0;
  for (const std::string_view word : {" and ", " und ", " et ", " och ", " og "}) {
    if (text.substr(at, word.size()) == word) return word.size();
  }
  return 0;
}

// "Jane Doe and John Roe, Senior Reporter": the parts that name persons.
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  std::string part;
  const auto finish = [&] {
    if (looks_like_name(part)) names.emplace_back(trimmed(part));
    part.clear();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t joint = and_word_at(text, at);
    if (text[at] == ',' || text[at] == '&' || text[at] == ';' || joint != 0) {
      finish();
      if (joint != 0) at += joint - 1;
    } else {
      part += text[at];
    }
  }
  finish();
  return names;
}

void add_names(std::string_view text, Byline& byline) {
  for (std::string& name : names_in(text)) byline.authors.push_back(std::move(name));
}

std::string_view behind_by(std::string_view text, bool& found) {
  for (const std::string_view label : {"written by", "reported by", "posted by",
                                       "story by", "by", "author", "authors"}) {
    const bool needs_colon = label.substr(0, 6) == "author";
    if (to_lower(text) == label) {
      found = true;
      return {};
    }
    if (const auto rest = behind_label(text, label, needs_colon)) {
      found = true;
      return *rest;
    }
  }
  return text;
}

std::string_view behind_date_label(std::string_view text, Byline& byline) {
  for (const Label& label : date_labels) {
    if (const auto rest = behind_label(text, label.text, false)) {
      byline.updated = label.updated;
      return *rest;
    }
  }
  return text;
}

// "CNBC", "Jane Doe, Reuters": the outlet that ends what stands before the date. Alone
// behind "by" it may be an agency whose copy somebody else prints: "By Reuters".
std::optional<std::string> outlet_in(std::string_view text, bool behind_by_word) {
  const std::size_t comma = text.rfind(',');
  const bool alone = comma == std::string_view::npos;
  if (alone && behind_by_word) return std::nullopt;
  const std::string_view last = trimmed(alone ? text : text.substr(comma + 1));
  if (!is_known_outlet(last)) return std::nullopt;
  return std::string(last);
}

// Who wrote it and for whom, of a part without its date.
void read_who(std::string_view text, Byline& byline, bool& said_by) {
  bool by_here = false;
  std::string_view rest = behind_by(text, by_here);
  if (!by_here) {
    const auto foreign = behind_foreign_by(rest);
    if (foreign && looks_like_name(foreign->substr(0, foreign->find(',')))) {
      rest = *foreign;
      by_here = true;
    }
  }
  const std::size_t before = byline.authors.size();
  said_by = said_by || by_here;
  if (!byline.outlet) byline.outlet = outlet_in(rest, by_here);
  if (said_by) add_names(rest, byline);
  if (by_here && is_known_outlet(rest)) byline.authors.push_back(normalise_outlet(rest));
  const bool names = by_here && (rest.empty() || byline.authors.size() > before);
  if (!names && !is_capitalised(rest) && date_label_of(rest) == DateLabel::none)
    byline.plain = false;
}

void read_part(std::string_view part, Byline& byline, bool& said_by) {
  Byline read;
  const std::string_view rest = behind_date_label(part, read);
  auto dated = dated_part(rest);
  if (!dated) dated = dated_head(rest);
  if (dated && date_label_of(dated->before) != DateLabel::none) {
    read.updated = date_label_of(dated->before) == DateLabel::updated;
    dated->before = {};
  }
  if (dated && (!byline.date || (byline.updated && !read.updated))) {
    byline.date = std::string(dated->date);
    byline.updated = read.updated;
  }
  read_who(dated ? dated->before : rest, byline, said_by);
  if (dated && !dated->behind.empty()) read_who(dated->behind, byline, said_by);
}

// "Entries until 3 May 2026", "Born 3 May 1926": days of something else.
bool speaks_of_another_day(std::string_view line) {
  const std::string lower = " " + to_lower(line);
  for (const std::string_view word : {" until ", " deadline", " expires", " born ",
                                      " copyright ", " valid ", " bis "}) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return false;
}

// A line is a byline when a date or a name was found and little else stands in it.
bool is_byline(std::string_view line, const Byline& byline, bool said_by) {
  if (said_by) return byline.date || !byline.authors.empty();
  if (!byline.date || speaks_of_another_day(line)) return false;
  constexpr std::size_t most_beside = 45;
  return line.size() <= byline.date->size() + most_beside;
}

}  // namespace

std::vector<std::string> read_names(std::string_view line) {
  line = trimmed(line);
  if (line.size() > longest_byline) return {};
  std::vector<std::string> names = names_in(line);
  std::size_t named = 0;
  for (const std::string& name : names) named += name.size();
  constexpr std::size_t joint = 5;  // " and ", ", "
  return named + joint * names.size() >= line.size() + joint ? names
                                                             : std::vector<std::string>();
}

std::optional<Byline> read_byline_below_title(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.size() > longest_byline) return std::nullopt;
  const std::string timeless = without_times(line);
  Byline byline;
  bool said_by = false;
  for (const std::string_view part : parts_of(timeless)) read_part(part, byline, said_by);
  if (!is_byline(timeless, byline, said_by)) return std::nullopt;
  return byline;
}

std::optional<Byline> read_byline(std::string_view line) {
  auto byline = read_byline_below_title(line);
  if (byline && !byline->date && behind_foreign_by(trimmed(line))) return std::nullopt;
  return byline;
}

std::optional<std::string> dateline_date(std::string_view paragraph) {
  constexpr std::size_t longest_dateline = 110;
  const std::string_view head = paragraph.substr(0, longest_dateline);
  std::size_t end = std::string_view::npos;
  for (const std::string_view mark : {"\u2014", "\u2013", " -- ", " - ", "/"}) {
    end = std::min(end, head.find(mark));
  }
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view place = trimmed(head.substr(0, end));
  if (!place.empty() && place.back() == ')') {
    place = trimmed(place.substr(0, std::min(place.rfind('('), place.size())));
  }
  if (place.empty() || !is_upper(place.front())) return std::nullopt;
  const auto dated = dated_part(place);
  if (!dated) return std::nullopt;
  return std::string(dated->date);
}

}  // namespace broadsheet
