// A publication date with its precision and where it was found. Unknown is the absence
// of a Date (std::optional), never a default day.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "article/span.h"

namespace broadsheet {

enum class Precision { day, month, year };

// Where a date was read. Printed by to_string as in the JSON: "json-ld", "time", ...
enum class DateSource {
  json_ld,
  meta,
  time_element,
  url,
  byline,
  dateline,
  feed,
  field,
  corrected,  // by hand
};

// A calendar date; parts finer than the precision are 1. Orders by its first day, then
// by precision.
struct Date {
  std::chrono::year_month_day day{std::chrono::year(1970), std::chrono::month(1),
                                  std::chrono::day(1)};
  Precision precision = Precision::day;

  friend auto operator<=>(const Date&, const Date&) = default;
};

// Year 1000..2200 and a real calendar day, else nothing.
std::optional<Date> make_date(int year, unsigned month = 0, unsigned day = 0);

// The month or the year that a date lies in.
Date month_of(const Date& date);
Date year_of(const Date& date);

// ISO, cut to the precision: "2026-04-24", "2026-04", "2026".
std::string to_string(const Date& date);
std::string_view to_string(Precision precision);
std::string_view to_string(DateSource source);
std::optional<DateSource> date_source_from(std::string_view name);

// Days since 1970-01-01 of the first and last day it covers.
int first_day(const Date& date);
int last_day(const Date& date);
Date date_of_day(int days_since_epoch);

// Which of two numbers comes first where a date is printed in numbers alone.
enum class DayOrder { unknown, day_first, month_first };

// The order of a language or locale ("de", "en-GB", "en_US"); plain "en" is unknown.
DayOrder day_order_of(std::string_view language);

// The whole text as one date: ISO with or without time and zone, RFC 822 ("Mon, 24 Apr
// 2026 10:00:00 GMT"), "Apr 24, 2026", "24 de abril de 2026", "2026年4月24日", "April
// 2026", "2026/04/24", "20260424", "2026"; time of day is dropped (the printed calendar
// day stands). "03/04/2026" needs the order, and so do years of two digits ("3.4.26");
// without it they are nothing. "03.04.2026" is 3 April everywhere but in America.
std::optional<Date> read_date(std::string_view text, DayOrder order = DayOrder::unknown);

// The first date to the day that stands in a line of any words, with the bytes it takes.
struct FoundDate {
  Date date;
  Span span;
};
std::optional<FoundDate> find_day(std::string_view line,
                                  DayOrder order = DayOrder::unknown);

}  // namespace broadsheet
