// A byline is a short line; running text that begins with "By Tuesday" is none, because
// what follows "by" must be names, a date or nothing. A date counts only to the day.
#include "article/byline.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/outlets.h"

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

constexpr std::string_view credit_labels[] = {"original source",
                                              "original article",
                                              "source",
                                              "sources",
                                              "news source",
                                              "story source",
                                              "article source",
                                              "via",
                                              "originally published by",
                                              "originally published in",
                                              "originally published on",
                                              "originally appeared in",
                                              "originally appeared on",
                                              "first published by",
                                              "first published in",
                                              "this article originally appeared on",
                                              "this article originally appeared in",
                                              "this story originally appeared on",
                                              "this story originally appeared in",
                                              "this article was originally published by",
                                              "this article was originally published on",
                                              "this article was originally published in",
                                              "this story was originally published by",
                                              "this story was originally published on",
                                              "this story was originally published in",
                                              "this story was first published by",
                                              "this story was first published on",
                                              "this story was first published in",
                                              "this article was first published by",
                                              "this article was first published on",
                                              "this article was first published in"};

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// The rest behind a label and its colon or space; nothing when the line has no such head.
std::optional<std::string_view> behind(std::string_view line, std::string_view label,
                                       bool needs_colon) {
  if (line.size() < label.size() || to_lower(line.substr(0, label.size())) != label) {
    return std::nullopt;
  }
  std::string_view rest = line.substr(label.size());
  const std::string_view spaced = trimmed(rest);
  if (!spaced.empty() && (spaced.front() == ':' || spaced.front() == '|')) {
    return trimmed(spaced.substr(1));
  }
  if (needs_colon || rest.empty() || !is_space(rest.front())) return std::nullopt;
  return spaced;
}

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

struct DatedPart {
  std::string_view before;  // what stands in front of the date
  std::string_view date;
};

// The date at the end of a part: "Jane Doe, 3 March 2025".
std::optional<DatedPart> dated_part(std::string_view part) {
  for (const std::size_t start : word_starts(part)) {
    const std::string_view tail = part.substr(start);
    if (!is_day(tail)) continue;
    std::string_view before = trimmed(part.substr(0, start));
    while (!before.empty() && (before.back() == ',' || before.back() == ':')) {
      before = trimmed(before.substr(0, before.size() - 1));
    }
    return DatedPart{before, tail};
  }
  return std::nullopt;
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
    const bool and_word = text.substr(at, 5) == " and ";
    if (text[at] == ',' || text[at] == '&' || text[at] == ';' || and_word) {
      finish();
      if (and_word) at += 4;
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
    if (const auto rest = behind(text, label, needs_colon)) {
      found = true;
      return *rest;
    }
  }
  return text;
}

std::string_view behind_date_label(std::string_view text, Byline& byline) {
  for (const Label& label : date_labels) {
    if (const auto rest = behind(text, label.text, false)) {
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

void read_part(std::string_view part, Byline& byline, bool& said_by) {
  Byline read;
  std::string_view rest = behind_date_label(part, read);
  bool by_here = false;
  rest = behind_by(rest, by_here);
  said_by = said_by || by_here;
  const auto dated = dated_part(rest);
  if (!byline.outlet) byline.outlet = outlet_in(dated ? dated->before : rest, by_here);
  if (dated && (!byline.date || (byline.updated && !read.updated))) {
    byline.date = std::string(dated->date);
    byline.updated = read.updated;
  }
  if (said_by) add_names(dated ? dated->before : rest, byline);
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

std::string_view without_arrow(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark :
         {"\u2192", "\u2197", "\u203A", "\u00BB", ">", ".", "]"}) {
      if (!ends_with(text, mark)) continue;
      text = trimmed(text.substr(0, text.size() - mark.size()));
      again = true;
    }
  }
  return text;
}

// Photo libraries are credited for pictures, not for the story.
constexpr std::string_view picture_words[] = {"getty",     "shutterstock", "istock",
                                              "unsplash",  "pexels",       "flickr",
                                              "wikimedia", "adobe stock"};

bool is_credit_value(std::string_view value) {
  const auto words = std::count(value.begin(), value.end(), ' ') + 1;
  if (value.empty() || value.size() > 80 || words > 8) return false;
  const std::string lower = to_lower(value);
  return std::none_of(
      std::begin(picture_words), std::end(picture_words),
      [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// "Reuters, Bloomberg and AP": several only when each is known; else one name.
std::vector<std::string> credited_names(std::string_view value) {
  std::vector<std::string> names;
  std::string part;
  const auto finish = [&] {
    if (!trimmed(part).empty()) names.emplace_back(trimmed(part));
    part.clear();
  };
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool and_word = value.substr(at, 5) == " and ";
    if (value[at] == ',' || value[at] == ';' || and_word) {
      finish();
      if (and_word) at += 4;
    } else {
      part += value[at];
    }
  }
  finish();
  const bool all_known =
      std::all_of(names.begin(), names.end(),
                  [](const std::string& name) { return is_known_outlet(name); });
  if (names.size() > 1 && !all_known) return {std::string(value)};
  return names;
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

std::optional<Byline> read_byline(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.size() > longest_byline) return std::nullopt;
  Byline byline;
  bool said_by = false;
  for (const std::string_view part : parts_of(line)) read_part(part, byline, said_by);
  if (!is_byline(line, byline, said_by)) return std::nullopt;
  return byline;
}

std::vector<std::string> read_credit(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 140) return {};
  while (!line.empty() &&
         std::string_view("[(*_").find(line.front()) != std::string_view::npos) {
    line.remove_prefix(1);
  }
  for (const std::string_view label : credit_labels) {
    const bool says_it_all = label.find("originally") != std::string_view::npos ||
                             label.find("first published") != std::string_view::npos;
    const auto rest = behind(line, label, !says_it_all && label != "via");
    if (!rest) continue;
    const std::string_view value = without_arrow(*rest);
    // Without a colon "via" leads anywhere: "Via Roma was closed".
    const bool colon = behind(line, label, true).has_value();
    if (label == "via" && !colon && !is_known_outlet(value)) continue;
    if (is_credit_value(value)) return credited_names(value);
  }
  return {};
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
