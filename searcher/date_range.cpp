// A date as it stands in stories is read by read_date; here are ranges, quarters and
// halves, and what is counted from `now`. Rolling spans ("last 30 days") end today;
// calendar ones ("last month") are whole periods.
#include "searcher/date_range.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

#include "article/words.h"

namespace broadsheet {
namespace {

using Words = std::vector<std::string>;

DayRange range_of(const Date& date) {
  return {first_day(date), last_day(date)};
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

template <std::size_t N>
std::optional<int> place_in(const std::array<std::string_view, N>& names,
                            std::string_view word) {
  const auto* found = std::find(names.begin(), names.end(), word);
  if (found == names.end()) return std::nullopt;
  return static_cast<int>(found - names.begin());
}

// "3", "three".
std::optional<int> count_of(const std::string& word) {
  static constexpr std::array<std::string_view, 13> names = {
      "",      "one",   "two",  "three", "four",   "five",  "six",
      "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  constexpr int most = 10000;
  const auto value = word.empty() ? std::nullopt : place_in(names, word);
  if (value) return value;
  const auto digits = number(word);
  return digits && *digits > 0 && *digits <= most ? digits : std::nullopt;
}

enum class Period { day, week, month, quarter, half, year };

std::optional<Period> period_named(std::string_view word) {
  if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
  constexpr std::array<std::string_view, 6> names = {"day",     "week", "month",
                                                     "quarter", "half", "year"};
  const auto place = place_in(names, word);
  return place ? std::optional(static_cast<Period>(*place)) : std::nullopt;
}

// The n-th stretch of so many months of a year, from 0; years may be passed over.
DayRange months(int year, int length, int n) {
  const int per_year = 12 / length;
  year += n >= 0 ? n / per_year : -((per_year - 1 - n) / per_year);
  n = (n % per_year + per_year) % per_year;
  const auto first = make_date(year, static_cast<unsigned>(n * length + 1));
  const auto last = make_date(year, static_cast<unsigned>((n + 1) * length));
  if (!first || !last) return {0, -1};
  return {first_day(*first), last_day(*last)};
}

// The period around `today`, or so many before it.
DayRange period_before(Period period, int today, int back) {
  const Date date = date_of_day(today);
  const int year = int(date.day.year());
  const int month = static_cast<int>(unsigned(date.day.month())) - 1;
  switch (period) {
    case Period::day:
      return {today - back, today - back};
    case Period::week: {
      // 1970-01-01 was a Thursday.
      const int monday = today - ((today + 3) % 7 + 7) % 7 - 7 * back;
      return {monday, monday + 6};
    }
    case Period::month:
      return months(year, 1, month - back);
    case Period::quarter:
      return months(year, 3, month / 3 - back);
    case Period::half:
      return months(year, 6, month / 6 - back);
    case Period::year:
      return months(year - back, 12, 0);
  }
  return {0, -1};
}

// The same day of the calendar so many months ago, cut to the end of its month.
int months_ago(int today, int back) {
  const Date date = date_of_day(today);
  const DayRange month = period_before(Period::month, today, back);
  if (month.last < month.first) return DayRange::open_first;
  const int day = static_cast<int>(unsigned(date.day.day())) - 1;
  return std::min(month.first + day, month.last);
}

// The days up to today.
DayRange rolling(Period period, int today, int count) {
  switch (period) {
    case Period::day:
      return {today - count + 1, today};
    case Period::week:
      return {today - 7 * count + 1, today};
    case Period::month:
      return {months_ago(today, count) + 1, today};
    case Period::quarter:
      return {months_ago(today, 3 * count) + 1, today};
    case Period::half:
      return {months_ago(today, 6 * count) + 1, today};
    case Period::year:
      return {months_ago(today, 12 * count) + 1, today};
  }
  return {0, -1};
}

std::optional<DayRange> read_weekday(const Words& words, int today) {
  static constexpr std::array<std::string_view, 7> names = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const auto wanted = place_in(names, words.back());
  const bool last = words.size() == 2 && words[0] == "last";
  if (!wanted || (words.size() > 1 && !last)) return std::nullopt;
  const int weekday = ((today + 3) % 7 + 7) % 7;
  int back = ((weekday - *wanted) % 7 + 7) % 7;
  if (last && back == 0) back = 7;
  return DayRange{today - back, today - back};
}

// "april", "24 april": the latest one that has begun.
std::optional<DayRange> read_without_year(const Words& words, int today) {
  const bool last = words.front() == "last";
  std::string text;
  for (std::size_t i = last ? 1 : 0; i < words.size(); ++i) text += words[i] + " ";
  const auto is_letter = [](char c) { return c < '0' || c > '9'; };
  if (words.size() > 3 || text.size() < 4 || !is_letter(words.back().front()) ||
      !std::any_of(text.begin(), text.end(), is_letter))
    return std::nullopt;
  for (int back = 0; back < 2; ++back) {
    const int year = int(date_of_day(today).day.year()) - back;
    const auto date = read_date(text + std::to_string(year));
    if (date && first_day(*date) <= today) return range_of(*date);
  }
  return std::nullopt;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "this week", "last month", "past year", "last 30 days", "2 weeks ago".
std::optional<DayRange> read_counted(const Words& words, int today) {
  if (words.size() == 2) {
    const auto period = period_named(words[1]);
    if (!period) return std::nullopt;
    if (is_one_of(words[0], {"this", "current"})) return period_before(*period, today, 0);
    if (is_one_of(words[0], {"last", "previous"}))
      return period_before(*period, today, 1);
    if (words[0] == "past") return rolling(*period, today, 1);
    return std::nullopt;
  }
  if (words.size() != 3) return std::nullopt;
  if (words[2] == "ago") {
    const auto count = count_of(words[0]);
    const auto period = period_named(words[1]);
    if (count && period) return period_before(*period, today, *count);
    return std::nullopt;
  }
  const auto count = count_of(words[1]);
  if (!count || !is_one_of(words[0], {"last", "past", "previous"})) return std::nullopt;
  if (is_one_of(words[2], {"hour", "hours"}))
    return DayRange{today - (*count + 23) / 24, today};
  const auto period = period_named(words[2]);
  return period ? std::optional(rolling(*period, today, *count)) : std::nullopt;
}

std::optional<DayRange> read_relative(const Words& words, const Date& now) {
  const int today = first_day(now);
  if (words.size() == 1 && is_one_of(words[0], {"today", "now"}))
    return DayRange{today, today};
  if (words.size() == 1 && words[0] == "yesterday") return DayRange{today - 1, today - 1};
  if (const auto counted = read_counted(words, today)) return counted;
  if (const auto weekday = read_weekday(words, today)) return weekday;
  return read_without_year(words, today);
}

// "q2", "2q", "h1": how many months it has, and which one of the year it is, from 0.
struct Part {
  int months = 0;
  int place = 0;
};

std::optional<Part> read_part(std::string_view word) {
  if (word.size() != 2) return std::nullopt;
  const bool letter_first = word[0] == 'q' || word[0] == 'h';
  const char letter = letter_first ? word[0] : word[1];
  const char digit = letter_first ? word[1] : word[0];
  if (letter != 'q' && letter != 'h') return std::nullopt;
  const int parts = letter == 'q' ? 4 : 2;
  if (digit < '1' || digit > '0' + parts) return std::nullopt;
  return Part{12 / parts, digit - '1'};
}

// "first quarter", "second half".
std::optional<Part> read_spelt_part(const std::string& which, const std::string& part) {
  static constexpr std::array<std::string_view, 4> names = {"first", "second", "third",
                                                            "fourth"};
  const auto place = place_in(names, which);
  if (!place || !is_one_of(part, {"quarter", "half"})) return std::nullopt;
  const bool half = part == "half";
  if (half && *place > 1) return std::nullopt;
  return Part{half ? 6 : 3, *place};
}

std::optional<DayRange> part_of(int year, const std::optional<Part>& part) {
  if (!part || !make_date(year)) return std::nullopt;
  return months(year, part->months, part->place);
}

// "q2 2026", "2026 q2", "2026q2", "first half of 2026", "2010s", "2024 2025" (of
// "2024-2025"); a part of the year of `now` where no year stands.
std::optional<DayRange> read_years(const Words& words, const std::optional<Date>& now) {
  if (words.empty()) return std::nullopt;
  const std::string& first = words.front();
  const auto last_year = number(words.back());
  if (words.size() == 1) {
    if (now && read_part(first)) return part_of(int(now->day.year()), read_part(first));
    const auto year = number(std::string_view(first).substr(0, 4));
    if (!year || !make_date(*year)) return std::nullopt;
    if (first.size() == 5 && first[4] == 's' && *year % 10 == 0)
      return DayRange{first_day(*make_date(*year)),
                      last_day(*make_date(*year + 9 > 2200 ? 2200 : *year + 9))};
    return first.size() == 6 ? part_of(*year, read_part(first.substr(4))) : std::nullopt;
  }
  if (words.size() == 2) {
    const auto year = number(first);
    if (last_year && read_part(first)) return part_of(*last_year, read_part(first));
    if (year && read_part(words[1])) return part_of(*year, read_part(words[1]));
    if (now && read_spelt_part(first, words[1]))
      return part_of(int(now->day.year()), read_spelt_part(first, words[1]));
    const bool years = year && last_year && make_date(*year) && make_date(*last_year) &&
                       first.size() == 4 && words[1].size() == 4 && *year <= *last_year;
    if (!years) return std::nullopt;
    return DayRange{first_day(*make_date(*year)), last_day(*make_date(*last_year))};
  }
  if (!last_year || words.size() > 4 || (words.size() == 4 && words[2] != "of"))
    return std::nullopt;
  return part_of(*last_year, read_spelt_part(first, words[1]));
}

std::optional<DayRange> read_one(std::string_view text, const std::optional<Date>& now) {
  if (const auto date = read_date(text)) return range_of(*date);
  constexpr std::size_t longest = 60;
  if (text.size() > longest) return std::nullopt;
  Words words;
  for (Word& word : split_words(text)) words.push_back(std::move(word.text));
  if (words.empty()) return std::nullopt;
  auto days = read_years(words, now);
  if (!days && now) days = read_relative(words, *now);
  return days && days->first <= days->last ? days : std::nullopt;
}

struct Ends {
  std::string_view left;
  std::string_view right;
};

// At "..", "…" or " to ".
std::optional<Ends> ends_of(std::string_view text) {
  for (const std::string_view sign : {"...", "..", "…", " to ", " until "}) {
    const auto at = text.find(sign);
    if (at == std::string_view::npos) continue;
    Ends ends{text.substr(0, at), text.substr(at + sign.size())};
    if (sign.front() == ' ' && ends.left.starts_with("from ")) ends.left.remove_prefix(5);
    return ends;
  }
  return std::nullopt;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

std::optional<DayRange> read_date_range(std::string_view text,
                                        const std::optional<Date>& now) {
  const auto ends = ends_of(text);
  if (!ends) return read_one(text, now);
  if (is_blank(ends->left) && is_blank(ends->right)) return std::nullopt;
  DayRange range{DayRange::open_first, DayRange::open_last};
  const auto from = read_one(ends->left, now);
  const auto to = read_one(ends->right, now);
  if ((!from && !is_blank(ends->left)) || (!to && !is_blank(ends->right)))
    return std::nullopt;
  if (from) range.first = from->first;
  if (to) range.last = to->last;
  // Ends the wrong way round mean the same span.
  if (range.last < range.first) range = {to->first, from->last};
  return range;
}

}  // namespace broadsheet
