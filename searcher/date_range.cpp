#include "searcher/date_range.h"

#include <charconv>

#include "article/words.h"

namespace broadsheet {
namespace {

DayRange range_of(const Date& date) {
  return {first_day(date), last_day(date)};
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<DayRange> read_quarter(std::string_view words) {
  if (words.size() != 7 || words[0] != 'q' || words[2] != ' ') return std::nullopt;
  const auto quarter = number(words.substr(1, 1));
  const auto year = number(words.substr(3));
  if (!quarter || *quarter < 1 || *quarter > 4 || !year) return std::nullopt;
  const auto first = make_date(*year, static_cast<unsigned>(*quarter * 3 - 2));
  const auto last = make_date(*year, static_cast<unsigned>(*quarter * 3));
  if (!first || !last) return std::nullopt;
  return DayRange{first_day(*first), last_day(*last)};
}

// "last month" is the whole calendar month before this one.
std::optional<DayRange> read_relative(std::string_view words, const Date& now) {
  const int today = first_day(now);
  const int monday = today - ((today + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
  if (words == "today") return DayRange{today, today};
  if (words == "yesterday") return DayRange{today - 1, today - 1};
  if (words == "this week") return DayRange{monday, monday + 6};
  if (words == "last week") return DayRange{monday - 7, monday - 1};
  if (words == "this month") return range_of(month_of(now));
  if (words == "this year") return range_of(year_of(now));
  if (words == "last month") {
    return range_of(month_of(date_of_day(first_day(month_of(now)) - 1)));
  }
  if (words == "last year") {
    return range_of(year_of(date_of_day(first_day(year_of(now)) - 1)));
  }
  if (words.starts_with("last ") && words.ends_with(" days")) {
    const auto days = number(words.substr(5, words.size() - 10));
    if (days && *days > 0 && *days < 100000) return DayRange{today - *days + 1, today};
  }
  return std::nullopt;
}

std::optional<DayRange> read_one(std::string_view text, const std::optional<Date>& now) {
  if (const auto date = read_date(text)) return range_of(*date);
  const std::string words = fold_words(text);
  if (const auto quarter = read_quarter(words)) return quarter;
  return now ? read_relative(words, *now) : std::nullopt;
}

constexpr int open_first = -400000;  // before the year 1000
constexpr int open_last = 100000;    // after the year 2200

}  // namespace

std::optional<DayRange> read_date_range(std::string_view text,
                                        const std::optional<Date>& now) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return read_one(text, now);
  const auto left = text.substr(0, dots);
  const auto right = text.substr(dots + 2);
  if (left.empty() && right.empty()) return std::nullopt;
  DayRange range{open_first, open_last};
  if (!left.empty()) {
    const auto from = read_one(left, now);
    if (!from) return std::nullopt;
    range.first = from->first;
  }
  if (!right.empty()) {
    const auto to = read_one(right, now);
    if (!to) return std::nullopt;
    range.last = to->last;
    // Ends the wrong way round mean the same span.
    if (range.last < range.first) range = {to->first, read_one(left, now)->last};
  }
  return range;
}

}  // namespace broadsheet
