// A period without a year is the last one that had begun when the story came out: in
// January "the fourth quarter" is last year's. Fiscal years are left as printed.
#include "article/figure_period.h"

#include <array>
#include <fmt/format.h>

#include "article/ascii.h"
#include "article/figure_context.h"

namespace broadsheet {
namespace {

constexpr std::size_t period_reach = 10;

std::string slice(const std::vector<Token>& tokens, std::size_t first, std::size_t last,
                  std::string_view text) {
  const Token& end = tokens[last];
  const std::size_t stop_at =
      end.kind == TokenKind::word ? end.span.start + end.folded.size() : end.span.end;
  return std::string(
      text.substr(tokens[first].span.start, stop_at - tokens[first].span.start));
}

bool is_one_of(std::string_view word, std::string_view a, std::string_view b,
               std::string_view c) {
  return word == a || word == b || word == c;
}

// "in May", "since last June".
bool is_link(const std::vector<Token>& tokens, std::size_t at) {
  if (at == 0) return false;
  const std::string_view link = tokens[at - 1].folded;
  return link == "in" || link == "for" || link == "during" || link == "of";
}

// "Q1", "H2"
bool is_short_part(std::string_view word) {
  return word.size() == 2 && ((word[0] == 'q' && word[1] >= '1' && word[1] <= '4') ||
                              (word[0] == 'h' && (word[1] == '1' || word[1] == '2')));
}

// A period that begins at token `at`: "first quarter of 2026", "this year", "in 2026".
std::optional<std::string> period_at(const std::vector<Token>& tokens, std::size_t at,
                                     std::string_view text) {
  const Token& word = tokens[at];
  if (word.kind != TokenKind::word) return std::nullopt;
  const Token& next = token_at(tokens, at + 1);
  const bool to_year = is_one_of(word.folded, "in", "for", "by") ||
                       word.folded == "during" || word.folded == "until";
  if (to_year && looks_like_year(next)) return slice(tokens, at + 1, at + 1, text);
  if (word.is(month) && word.capital && is_link(tokens, at)) {
    const bool year = looks_like_year(next);
    return slice(tokens, at, year ? at + 1 : at, text);
  }
  if (is_short_part(word.folded) && word.capital) {
    return slice(tokens, at, looks_like_year(next) ? at + 1 : at, text);
  }
  const bool pointing =
      is_one_of(word.folded, "this", "last", "next") || word.is(ordinal);
  // "its first-quarter loss"
  if (word.is(ordinal) && joined_by_hyphen(tokens, at + 1) &&
      tokens[at + 2].is(span_word)) {
    return slice(tokens, at, at + 2, text);
  }
  if (!pointing || !next.is(span_word)) return std::nullopt;
  std::size_t last = at + 1;
  std::size_t year = at + 2;
  if (token_at(tokens, year).folded == "of") ++year;
  if (looks_like_year(token_at(tokens, year))) last = year;
  return slice(tokens, at, last, text);
}

// "5% from last year", "more than in May": the period of something else.
bool compares(std::string_view word) {
  return word == "compared" || word == "versus" || word == "vs" ||
         is_one_of(word, "than", "from", "against") ||
         is_one_of(word, "after", "before", "since");
}

}  // namespace

std::optional<std::string> find_period(const std::vector<Token>& tokens,
                                       std::size_t first, std::size_t end,
                                       std::string_view text) {
  for (std::size_t i = end; i < tokens.size() && i < end + period_reach; ++i) {
    if (tokens[i].kind == TokenKind::number && !looks_like_year(tokens[i])) break;
    if (compares(tokens[i].folded)) break;
    if (auto period = period_at(tokens, i, text)) return period;
  }
  for (std::size_t i = first; i > 0 && first - i < period_reach; --i) {
    if (auto period = period_at(tokens, i - 1, text)) return period;
  }
  return std::nullopt;
}

namespace {

// The words of a printed period, in lower case; "of" says nothing.
std::vector<std::string> period_words(std::string_view printed) {
  constexpr std::size_t most = 6;
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= printed.size() && words.size() < most; ++i) {
    if (i < printed.size() && !is_space(printed[i]) && printed[i] != '-') {
      word += to_lower(printed[i]);
      continue;
    }
    if (!word.empty() && word != "of") words.push_back(word);
    word.clear();
  }
  return words;
}

template <std::size_t N>
int place_in(const std::array<std::string_view, N>& names, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (word.substr(0, names[i].size()) == names[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// "mar", "sept" and "march", but not "margin".
int month_of(std::string_view word) {
  while (!word.empty() && (word.back() == '.' || word.back() == ','))
    word.remove_suffix(1);
  const bool brief = word.size() == 3 || word == "sept";
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (word == months[i] || (brief && months[i].starts_with(word)))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

constexpr std::array<std::string_view, 4> ordinals = {"first", "second", "third",
                                                      "fourth"};

int year_in(const std::string& word) {
  if (word.size() != 4) return 0;
  int year = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return 0;
    year = 10 * year + (c - '0');
  }
  return year >= 1900 && year < 2100 ? year : 0;
}

// A part of a year, "2026-Q1": which of `per_year`, counted from 1.
struct Part {
  std::string_view form;
  int per_year = 1;
  int number = 1;
};

std::optional<Part> part_of_year(std::string_view word) {
  if (word == "quarter") return Part{"{}-Q{}", 4, 1};
  if (word == "half") return Part{"{}-H{}", 2, 1};
  if (word == "month") return Part{"{}-{:02}", 12, 1};
  if (word == "year") return Part{"{}", 1, 1};
  return std::nullopt;
}

std::string print_part(const Part& part, int year) {
  return fmt::format(fmt::runtime(part.form), year, part.number);
}

// The part of the year that a month lies in, counted over the years.
int place_of(const Part& part, int year, int month) {
  return year * part.per_year + (month - 1) * part.per_year / 12;
}

// "this quarter", "last year", "next month".
std::optional<std::string> pointed(std::string_view which, Part part, const Date& date) {
  const int step = which == "last" || which == "previous" ? -1 : which == "next" ? 1 : 0;
  if (step == 0 && which != "this") return std::nullopt;
  if (part.per_year > 1 && date.precision == Precision::year) return std::nullopt;
  const int year = static_cast<int>(date.day.year());
  const int month = static_cast<int>(static_cast<unsigned>(date.day.month()));
  const int place = place_of(part, year, month) + step;
  part.number = place % part.per_year + 1;
  return print_part(part, place / part.per_year);
}

// With its year when that is said, else the last one that had begun.
std::optional<std::string> numbered(const Part& part, int year,
                                    const std::optional<Date>& date) {
  if (part.number > part.per_year) return std::nullopt;
  if (year != 0) return print_part(part, year);
  if (!date || date->precision == Precision::year) return std::nullopt;
  const int now = static_cast<int>(date->day.year());
  const int month = static_cast<int>(static_cast<unsigned>(date->day.month()));
  const bool begun = now * part.per_year + part.number - 1 <= place_of(part, now, month);
  return print_part(part, begun ? now : now - 1);
}

// "Q1", "H2 2026"
std::optional<Part> short_part(std::string_view word) {
  if (!is_short_part(word)) return std::nullopt;
  auto part = part_of_year(word[0] == 'q' ? "quarter" : "half");
  part->number = word[1] - '0';
  return part;
}

}  // namespace

bool is_period(std::string_view words) {
  constexpr std::size_t longest = 40;
  if (words.empty() || words.size() > longest) return false;
  if (to_lower(words).starts_with("fy") && is_digit(words.back())) return true;
  const auto day = make_date(2000, 1, 1);
  return resolve_period(words, day) != words || year_in(std::string(words)) != 0;
}

std::string resolve_period(std::string_view printed,
                           const std::optional<Date>& published) {
  const std::vector<std::string> words = period_words(printed);
  std::optional<std::string> found;
  if (!words.empty() && words.size() <= 3) {
    const int year = year_in(words.back());
    const bool alone = words.size() == 1 || (words.size() == 2 && year != 0);
    const int month = month_of(words[0]);
    const int ordinal = place_in(ordinals, words[0]);
    auto part = words.size() > 1 ? part_of_year(words[1]) : std::nullopt;
    if (const auto brief = short_part(words[0]); brief && alone) {
      found = numbered(*brief, year, published);
    } else if (month != 0 && alone) {
      found = numbered(Part{"{}-{:02}", 12, month}, year, published);
    } else if (ordinal != 0 && part && part->per_year > 1) {
      part->number = ordinal;
      found = numbered(*part, year, published);
    } else if (part && words.size() == 2 && published) {
      found = pointed(words[0], *part, *published);
    }
  }
  return found ? *found : std::string(printed);
}

}  // namespace broadsheet
