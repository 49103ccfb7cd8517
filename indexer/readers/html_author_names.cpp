// The names in a byline: labels in front, roles, handles, addresses and dates are left
// out, and names are parted at commas and at the "and" of many languages.
#include <algorithm>

#include "article/ascii.h"
#include "article/date.h"
#include "article/date_words.h"
#include "indexer/readers/html_author_words.h"
#include "indexer/readers/html_authors.h"
#include "indexer/readers/html_title.h"

namespace broadsheet {

namespace {

using namespace author_words;

constexpr std::size_t longest_name = 60;
constexpr std::size_t most_authors = 20;

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::string_view (&words)[Size]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "By" or "Text:" of which no name follows.
bool is_label(std::string_view text) {
  const std::string lower = to_lower(text);
  return std::any_of(std::begin(labels), std::end(labels), [&](std::string_view label) {
    if (label.ends_with(':')) label.remove_suffix(1);
    return label == lower;
  });
}

bool is_word_break(char c) {
  return is_space(c) || c == ',' || c == '.' || c == ':' || c == '-' || c == '/';
}

bool has_other_word(std::string_view text) {
  const std::string lower = to_lower(text);
  std::size_t from = 0;
  for (std::size_t at = 0; at <= lower.size(); ++at) {
    if (at < lower.size() && !is_word_break(lower[at])) continue;
    const std::string_view word = std::string_view(lower).substr(from, at - from);
    if (std::find(std::begin(other_words), std::end(other_words), word) !=
        std::end(other_words)) {
      return true;
    }
    from = at + 1;
  }
  return false;
}

// The text behind "[article] genre by"; nothing when it does not begin so.
std::string_view without_genre(std::string_view text) {
  std::string_view rest = text;
  const auto next_word = [&] {
    rest = trimmed(rest);
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string word = to_lower(rest.substr(0, std::min<std::size_t>(end, 40)));
    rest.remove_prefix(end);
    return word;
  };
  std::string word = next_word();
  if (is_one_of(word, articles_of_genres)) word = next_word();
  if (!is_one_of(word, genres)) return text;
  return is_one_of(next_word(), by_words) ? trimmed(rest) : text;
}

}  // namespace

std::string_view without_author_label(std::string_view text) {
  if (const auto rest = without_genre(text); rest.size() < text.size()) return rest;
  std::string_view best = text;
  const std::string lower = to_lower(text.substr(0, 40));
  for (const std::string_view label : labels) {
    if (!std::string_view(lower).starts_with(label)) continue;
    std::string_view rest = text.substr(label.size());
    const bool parted =
        label.back() == ':' || label.back() == '/' ||
        (!rest.empty() && (is_space(rest.front()) || rest.front() == ':'));
    if (!parted && !is_high(label.front())) continue;
    rest = trimmed(rest);
    if (!rest.empty() && rest.front() == ':') rest = trimmed(rest.substr(1));
    if (rest.size() < best.size()) best = rest;
  }
  return best;
}

namespace {

// "Ann Lee on December 13": a date without its year may run on behind a name.
std::string_view without_day(std::string_view text) {
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && !is_space(text[at])) continue;
    std::string_view word = text.substr(from, at - from);
    while (!word.empty() && word.back() == '.') word.remove_suffix(1);
    const std::size_t next = at + 1;
    const bool number_behind = next < text.size() && is_digit(text[next]);
    if (number_behind && month_of_word(word)) {
      std::string_view name = trimmed(text.substr(0, from));
      if (name.ends_with(" on")) name.remove_suffix(3);
      return name;
    }
    from = next;
  }
  return text;
}

// A name does not end in a weekday, a number, the word before a date, or a role:
// "Ann Lee Staff Writer".
std::string_view without_day_words(std::string_view name) {
  for (int again = 0; again < 4; ++again) {
    const std::size_t space = name.rfind(' ');
    if (space == name.npos) break;
    const std::string last = to_lower(name.substr(space + 1));
    const bool number = std::all_of(last.begin(), last.end(),
                                    [](char c) { return is_digit(c) || c == '.'; });
    const std::string_view rest = trimmed(name.substr(0, space));
    const bool role = last == "staff" || to_lower(rest).ends_with(" staff");
    const bool full_name = rest.find(' ') != rest.npos;
    if (!number && !is_one_of(last, weekdays) && !is_one_of(last, day_words) &&
        !(role && full_name)) {
      break;
    }
    name = rest;
  }
  return name;
}

// "September 21, 2020 by Ann Lee": a date in front of "by".
std::string_view behind_date(std::string_view part) {
  const std::size_t by = part.find(" by ");
  if (by == part.npos || by > 30) return part;
  const std::string_view before = part.substr(0, by);
  return std::any_of(before.begin(), before.end(), is_digit) ? part.substr(by + 4) : part;
}

// "Ann Lee on 04-ago-2021": a day in any notation.
std::string_view without_dated_end(std::string_view part) {
  for (const std::string_view word : {" on ", " am ", " le ", " el ", " il ", " den "}) {
    const std::size_t at = part.find(word);
    const std::size_t behind = at + word.size();
    if (at != part.npos && behind < part.size() && is_digit(part[behind])) {
      return part.substr(0, at);
    }
  }
  return part;
}

// Brackets, handles and signs at the ends do not belong to a name.
std::string bare_name(std::string_view part) {
  part = behind_date(part.substr(0, part.find_first_of("([)]")));
  for (const std::string_view bar :
       {" - ", " \u2013 ", " \u2014 ", " \u00B7 ", " \u2022 "}) {
    part = part.substr(0, part.find(bar));
  }
  if (const std::size_t at = part.find(" @"); at != part.npos) part = part.substr(0, at);
  for (const std::string_view end : {"\u00A0", " \u2014", " \u2013", " -"}) {
    while (part.ends_with(end)) part.remove_suffix(end.size());
  }
  part = without_day_words(trimmed(without_day(without_dated_end(part))));
  while (!part.empty() && std::string_view(".:;*|\"").find(part.back()) != part.npos &&
         !(part.back() == '.' && part.size() >= 2 && is_upper(part[part.size() - 2]))) {
    part = trimmed(part.substr(0, part.size() - 1));
  }
  return std::string(part);
}

bool may_be_name(std::string_view name) {
  if (name.size() < 2 || name.size() > longest_name) return false;
  if (name.find("://") != name.npos || name.find('@') != name.npos ||
      name.find("www.") != name.npos) {
    return false;
  }
  const auto digits = std::count_if(name.begin(), name.end(), is_digit);
  if (digits * 3 > static_cast<std::ptrdiff_t>(name.size())) return false;
  if (std::count(name.begin(), name.end(), ' ') > 6 || is_label(name) ||
      is_one_of(to_lower(name), weekdays) || is_one_of(to_lower(name), nobody)) {
    return false;
  }
  return !has_other_word(name) && !find_day(name, DayOrder::day_first);
}

struct Joint {
  std::size_t at;
  std::size_t length;
};

// Where the next name begins: at a comma, a bar or an "and" of any language.
Joint next_joint(std::string_view text) {
  Joint first{text.size(), 0};
  for (const std::string_view joint :
       {",",    ";",   "|",     "&",      " and ", " und ", " et ",
        " y ",  " e ", " og ",  " och ",  " en ",  " ja ",  " i ",
        " ve ", " и ", " dan ", "\u3001", " / ",   "\n"}) {
    const std::size_t at = text.find(joint);
    if (at < first.at) first = {at, joint.size()};
  }
  return first;
}

}  // namespace

bool is_desk(std::string_view text) {
  constexpr std::string_view desks[] = {
      "staff",     "contributor", "contributors", "editor",    "editors", "reporter",
      "reporters", "desk",        "team",         "redaktion", "newsroom"};
  constexpr std::size_t longest = 40;
  constexpr std::ptrdiff_t most_spaces = 3;
  text = trimmed(text);
  const std::string lower = to_lower(text.substr(0, longest + 1));
  const std::size_t last = lower.rfind(' ');
  if (lower.size() > longest || lower.find_first_of("@:/|,") != lower.npos ||
      std::count(lower.begin(), lower.end(), ' ') > most_spaces ||
      std::any_of(lower.begin(), lower.end(), is_digit)) {
    return false;
  }
  return is_one_of(std::string_view(lower).substr(last == lower.npos ? 0 : last + 1),
                   desks);
}

std::string surname_last(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == text.npos || text.find(',', comma + 1) != text.npos) {
    return std::string(text);
  }
  return std::string(trimmed(text.substr(comma + 1))) + " " +
         std::string(trimmed(text.substr(0, comma)));
}

void add_author(std::vector<std::string>& list, std::string name) {
  const std::string key = essence_of(name);
  const bool known = std::any_of(list.begin(), list.end(), [&](const std::string& other) {
    return essence_of(other) == key;
  });
  if (!known && list.size() < most_authors) list.push_back(std::move(name));
}

std::vector<std::string> author_names(std::string_view text) {
  std::vector<std::string> names;
  std::string_view rest = trimmed(text.substr(0, 1000));
  if (rest.starts_with('(') || rest.starts_with('[')) rest.remove_prefix(1);
  while (!rest.empty() && names.size() < most_authors) {
    const Joint joint = next_joint(rest);
    const std::string_view part = without_author_label(trimmed(rest.substr(0, joint.at)));
    std::string name = bare_name(part);
    const bool named = may_be_name(name);
    // What is listed behind something else than a name are no names either.
    constexpr std::string_view listing = "\u3001";
    if (!named && names.empty() && rest.substr(joint.at, joint.length) == listing) break;
    if (named) add_author(names, std::move(name));
    rest.remove_prefix(
        std::min(joint.at + std::max<std::size_t>(joint.length, 1), rest.size()));
  }
  return names;
}

}  // namespace broadsheet
