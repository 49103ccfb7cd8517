// Dates in the paths of addresses: runs of digits parted by one sign. Numbers that only
// look like a date (article ids) are kept out by the signs around them.
#include <vector>

#include "article/ascii.h"
#include "indexer/readers/html_dates.h"

namespace broadsheet {

namespace {

struct Number {
  std::string_view digits;
  char before = 0;
  char after = 0;
};

std::vector<Number> numbers_of(std::string_view path) {
  constexpr std::size_t most = 60;
  std::vector<Number> numbers;
  for (std::size_t at = 0; at < path.size() && numbers.size() < most;) {
    if (!is_digit(path[at])) {
      ++at;
      continue;
    }
    const std::size_t from = at;
    while (at < path.size() && is_digit(path[at])) ++at;
    numbers.push_back({path.substr(from, at - from), from > 0 ? path[from - 1] : '/',
                       at < path.size() ? path[at] : '/'});
  }
  return numbers;
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 8)) value = value * 10 + (c - '0');
  return value;
}

bool is_sign(char c) {
  return c == '/' || c == '-' || c == '_' || c == '.';
}

bool parts(char c) {
  return is_sign(c) || c == '?' || c == '=' || c == '&' || c == '#';
}

std::optional<Date> web_date(int year, int month, int day) {
  if (year < 1990 || year > 2100 || month < 1 || day < 1) return std::nullopt;
  return make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::optional<Date> date_of_three(const Number& a, const Number& b, const Number& c) {
  const bool joined = is_sign(a.after) && a.after == b.before && b.after == a.after &&
                      c.before == a.after && parts(a.before);
  if (!joined || b.digits.size() > 2) return std::nullopt;
  if (a.digits.size() == 4 && c.digits.size() <= 2 &&
      (parts(c.after) || is_letter(c.after))) {
    return web_date(value_of(a.digits), value_of(b.digits), value_of(c.digits));
  }
  if (c.digits.size() != 4 || a.digits.size() > 2 || a.after == '/') return std::nullopt;
  const auto day_first =
      web_date(value_of(c.digits), value_of(b.digits), value_of(a.digits));
  const auto month_first =
      web_date(value_of(c.digits), value_of(a.digits), value_of(b.digits));
  // Which is which must be plain.
  if (day_first && month_first && *day_first != *month_first) return std::nullopt;
  return day_first ? day_first : month_first;
}

std::optional<Date> date_of_eight(const Number& n) {
  if (n.digits.size() != 8 || !parts(n.before) || !parts(n.after)) return std::nullopt;
  return web_date(value_of(n.digits.substr(0, 4)), value_of(n.digits.substr(4, 2)),
                  value_of(n.digits.substr(6, 2)));
}

std::optional<Date> month_in(const std::vector<Number>& numbers) {
  for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
    const Number& year = numbers[i];
    const Number& month = numbers[i + 1];
    const bool shaped = year.digits.size() == 4 && month.digits.size() == 2 &&
                        year.before == '/' && year.after == '/' && month.after == '/';
    if (!shaped || !web_date(value_of(year.digits), value_of(month.digits), 1)) continue;
    return make_date(value_of(year.digits),
                     static_cast<unsigned>(value_of(month.digits)));
  }
  return std::nullopt;
}

std::string_view path_of(std::string_view url) {
  url = url.substr(0, 2000);
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return url;
  const std::size_t path = url.find('/', scheme + 3);
  return path == url.npos ? std::string_view() : url.substr(path);
}

}  // namespace

std::optional<Date> date_of_url(std::string_view url) {
  const std::vector<Number> numbers = numbers_of(path_of(url));
  for (std::size_t i = 0; i + 2 < numbers.size(); ++i) {
    if (auto date = date_of_three(numbers[i], numbers[i + 1], numbers[i + 2]))
      return date;
  }
  for (const Number& number : numbers) {
    if (auto date = date_of_eight(number)) return date;
  }
  return month_in(numbers);
}

}  // namespace broadsheet
