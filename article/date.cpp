// Dates as people and machines print them. A date is read from its words and numbers:
// weekday, time of day and zone are dropped, and what is left must be exactly a year, a
// month and a year, or a day, a month and a year. Numbers whose order of day and month
// cannot be told are nothing, and so are years of two digits, unless the caller knows the
// order of the language.
#include "article/date.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

#include "article/ascii.h"
#include "article/date_signs.h"
#include "article/date_words.h"

namespace broadsheet {
namespace {

constexpr std::string_view source_names[] = {
    "json-ld", "meta", "time", "url", "byline", "dateline", "feed", "field", "corrected"};

struct Token {
  std::string_view text;  // a number or a word
  char before = 0;        // the separator in front of it, 0 at the start
  bool number = false;
};

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 9)) value = value * 10 + (c - '0');
  return value;
}

bool is_word_char(char c) {
  return is_letter(c) || is_high(c);
}

// Words and numbers with the separator in front of each ('+', ':' and '-' matter).
std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  char before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool number = is_digit(text[at]);
    if (!number && !is_word_char(text[at])) {
      if (before == 0 || before == ' ' || text[at] != ' ') before = text[at];
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (number ? is_digit(text[end]) : is_word_char(text[end])))
      ++end;
    tokens.push_back({text.substr(at, end - at), before, number});
    before = 0;
    at = end;
  }
  return tokens;
}

bool has_odd_sign(std::string_view text) {
  return text.find_first_not_of(
             "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
             " \t.,:;/|()+-") != std::string_view::npos &&
         std::none_of(text.begin(), text.end(), is_high);
}

// "10:00", "10:00:05.123": from the hour to the last colon or fraction.
std::size_t skip_clock(const std::vector<Token>& tokens, std::size_t at) {
  std::size_t end = at + 1;
  while (end < tokens.size() && tokens[end].number &&
         (tokens[end].before == ':' || (tokens[end].before == '.' && end >= at + 2))) {
    ++end;
  }
  return end;
}

// What a date is made of, once everything else is dropped.
struct Parts {
  std::vector<Token> numbers;
  std::optional<unsigned> month;
  std::size_t numbers_before_month = 0;
};

// The time has been seen or announced: a further number with + or - is a zone.
bool is_zone(const Token& token, bool after_clock) {
  return after_clock && token.number && (token.before == '+' || token.before == '-');
}

// The basic ISO form: "T101530" behind the day.
bool is_basic_clock(const std::vector<Token>& tokens, std::size_t at) {
  const std::size_t digits = tokens[at].text.size();
  return at > 0 && to_lower(tokens[at - 1].text) == "t" && (digits == 4 || digits == 6);
}

bool take_word(const Token& token, Parts& parts) {
  if (const auto month = month_of_word(token.text)) {
    // "نيسان / أبريل": one month by its two names.
    if (parts.month) return *parts.month == *month;
    parts.month = month;
    parts.numbers_before_month = parts.numbers.size();
    return true;
  }
  return is_date_filler(token.text);
}

// "10 a.m.": an hour without minutes.
bool is_hour(const std::vector<Token>& tokens, std::size_t at) {
  if (at + 1 >= tokens.size() || tokens[at].text.size() > 2) return false;
  const std::string next = to_lower(tokens[at + 1].text);
  return next == "am" || next == "pm" || next == "uhr" ||
         ((next == "a" || next == "p") && at + 2 < tokens.size() &&
          to_lower(tokens[at + 2].text) == "m");
}

std::optional<Parts> parts_of(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  Parts parts;
  bool after_clock = false;
  for (std::size_t at = 0; at < tokens.size();) {
    const Token& token = tokens[at];
    const std::size_t clock_end = token.number ? skip_clock(tokens, at) : at;
    if (clock_end > at + 1 || is_zone(token, after_clock) ||
        (token.number && (is_hour(tokens, at) || is_basic_clock(tokens, at)))) {
      after_clock = true;
      at = std::max(clock_end, at + 1);
      continue;
    }
    if (token.number) {
      parts.numbers.push_back(token);
    } else if (!take_word(token, parts)) {
      return std::nullopt;
    }
    if (parts.numbers.size() > 3) return std::nullopt;
    ++at;
  }
  return parts;
}

bool is_year(const Token& token) {
  return token.text.size() == 4;
}
bool is_short(const Token& token) {
  return token.text.size() <= 2;
}

// The web is younger than 1990, and so are pages that print years of two digits.
int whole_year(const Token& token) {
  const int year = value_of(token.text);
  if (token.text.size() != 2) return year;
  return year >= 90 ? 1900 + year : 2000 + year;
}

std::optional<Date> date_with_month_name(const Parts& parts, DayOrder order) {
  const auto& numbers = parts.numbers;
  if (numbers.size() == 1 && is_year(numbers[0])) {
    return make_date(value_of(numbers[0].text), *parts.month);
  }
  if (numbers.size() != 2) return std::nullopt;
  const std::size_t year = is_year(numbers[0]) ? 0 : 1;
  const Token& day = numbers[1 - year];
  // "14. - 20. Januar 2026" has no year in the middle.
  const bool around = parts.numbers_before_month == 1 && numbers[1].before != '-';
  const bool short_year =
      around && numbers[1].text.size() == 2 && order != DayOrder::unknown;
  if ((!is_year(numbers[year]) && !short_year) || !is_short(day) ||
      value_of(day.text) == 0) {
    return std::nullopt;
  }
  return make_date(whole_year(numbers[year]), *parts.month,
                   static_cast<unsigned>(value_of(day.text)));
}

// 24/04/2026 and 04/24/2026 can be told, 04/04/2026 need not be; 03/04/2026 is nothing
// unless the order is known. An order that gives no date (13 as month) is not followed.
// Where people part numbers by points, they all put the day first.
std::optional<Date> date_with_year_last(int a, int b, int year, DayOrder order,
                                        char separator) {
  if (order == DayOrder::unknown && separator == '.') order = DayOrder::day_first;
  const bool can_tell = (a > 12) != (b > 12) || a == b;
  const bool month_first = can_tell ? b > 12 : order == DayOrder::month_first;
  if (!can_tell && order == DayOrder::unknown) return std::nullopt;
  if (a < 1 || b < 1) return std::nullopt;
  const int month = month_first ? a : b;
  const int day = month_first ? b : a;
  return make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::optional<Date> date_of_digits(std::string_view digits) {
  if (digits.size() == 4) return make_date(value_of(digits));
  if (digits.size() != 8 && digits.size() != 14) return std::nullopt;
  const int month = value_of(digits.substr(4, 2));
  const int day = value_of(digits.substr(6, 2));
  if (month == 0 || day == 0) return std::nullopt;
  return make_date(value_of(digits.substr(0, 4)), static_cast<unsigned>(month),
                   static_cast<unsigned>(day));
}

std::optional<Date> date_of_numbers(const std::vector<Token>& numbers, DayOrder order) {
  if (numbers.size() == 1) return date_of_digits(numbers[0].text);
  if (numbers.empty()) return std::nullopt;
  const char separator = numbers[1].before;
  if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
  const auto value = [&](std::size_t i) { return value_of(numbers[i].text); };
  const auto part = [&](std::size_t i) { return static_cast<unsigned>(value(i)); };
  if (numbers.size() == 2) {
    if (!is_year(numbers[0]) || numbers[1].text.size() != 2 || value(1) == 0) {
      return std::nullopt;
    }
    return make_date(value(0), part(1));
  }
  if (numbers[2].before != separator || !is_short(numbers[1])) return std::nullopt;
  if (is_year(numbers[0]) && is_short(numbers[2]) && value(1) > 0 && value(2) > 0) {
    return make_date(value(0), part(1), part(2));
  }
  if (!is_short(numbers[0])) return std::nullopt;
  const bool short_year = numbers[2].text.size() == 2 && order != DayOrder::unknown;
  if (!is_year(numbers[2]) && !short_year) return std::nullopt;
  return date_with_year_last(value(0), value(1), whole_year(numbers[2]), order,
                             separator);
}

}  // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  if (year < 1000 || year > 2200 || (month == 0 && day != 0)) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(year),
                                        std::chrono::month(month == 0 ? 1 : month),
                                        std::chrono::day(day == 0 ? 1 : day)};
  if (!ymd.ok()) return std::nullopt;
  if (month == 0) return Date{ymd, Precision::year};
  return Date{ymd, day == 0 ? Precision::month : Precision::day};
}

Date month_of(const Date& date) {
  return {date.day.year() / date.day.month() / std::chrono::day(1), Precision::month};
}

Date year_of(const Date& date) {
  return {date.day.year() / std::chrono::January / std::chrono::day(1), Precision::year};
}

std::string to_string(const Date& date) {
  const int year = static_cast<int>(date.day.year());
  const auto month = static_cast<unsigned>(date.day.month());
  switch (date.precision) {
    case Precision::year:
      return fmt::format("{:04}", year);
    case Precision::month:
      return fmt::format("{:04}-{:02}", year, month);
    case Precision::day:
      break;
  }
  return fmt::format("{:04}-{:02}-{:02}", year, month,
                     static_cast<unsigned>(date.day.day()));
}

std::string_view to_string(Precision precision) {
  switch (precision) {
    case Precision::day:
      return "day";
    case Precision::month:
      return "month";
    case Precision::year:
      return "year";
  }
  return "";
}

std::string_view to_string(DateSource source) {
  return source_names[static_cast<std::size_t>(source)];
}

std::optional<DateSource> date_source_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(source_names); ++i) {
    if (source_names[i] == name) return static_cast<DateSource>(i);
  }
  return std::nullopt;
}

int first_day(const Date& date) {
  return static_cast<int>(std::chrono::sys_days(date.day).time_since_epoch().count());
}

int last_day(const Date& date) {
  if (date.precision == Precision::day) return first_day(date);
  const std::chrono::year_month final_month =
      date.precision == Precision::year ? date.day.year() / std::chrono::December
                                        : date.day.year() / date.day.month();
  const std::chrono::sys_days day(final_month / std::chrono::last);
  return static_cast<int>(day.time_since_epoch().count());
}

Date date_of_day(int days_since_epoch) {
  return {std::chrono::year_month_day(
              std::chrono::sys_days(std::chrono::days(days_since_epoch))),
          Precision::day};
}

DayOrder day_order_of(std::string_view language) {
  const std::string tag = to_lower(language.substr(0, 16));
  const std::string_view main = std::string_view(tag).substr(0, tag.find_first_of("-_"));
  if (main.empty()) return DayOrder::unknown;
  if (main != "en") {
    return main.size() == 2 || main.size() == 3 ? DayOrder::day_first : DayOrder::unknown;
  }
  if (main.size() == tag.size()) return DayOrder::unknown;
  const std::string_view region = std::string_view(tag).substr(3);
  // Canada prints both orders.
  if (region == "us" || region == "ph") return DayOrder::month_first;
  return region == "ca" ? DayOrder::unknown : DayOrder::day_first;
}

std::optional<Date> read_date(std::string_view text, DayOrder order) {
  text = trimmed(text);
  if (text.size() < 4 || text.size() > 80) return std::nullopt;
  const std::string plain = plain_date(text);
  if (has_odd_sign(plain)) return std::nullopt;
  const auto parts = parts_of(plain);
  if (!parts) return std::nullopt;
  return parts->month ? date_with_month_name(*parts, order)
                      : date_of_numbers(parts->numbers, order);
}

}  // namespace broadsheet
