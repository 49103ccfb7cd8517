#include "searcher/date_histogram.h"

#include <algorithm>
#include <array>
#include <vector>

#include "article/date.h"

namespace broadsheet {
namespace {

constexpr std::size_t wanted_bars = 60;
constexpr std::size_t most_bars = 400;  // with the empty ones among them

// The first and last day of the bar that a day lies in.
DateHistogram::Bar bar_around(int day, DateInterval interval) {
  const Date date = date_of_day(day);
  const int year = static_cast<int>(date.day.year());
  switch (interval) {
    case DateInterval::day:
      return {day, day};
    case DateInterval::week: {
      const int monday = day - ((day + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
      return {monday, monday + 6};
    }
    case DateInterval::month:
      return {first_day(month_of(date)), last_day(month_of(date))};
    case DateInterval::quarter: {
      const unsigned first = (static_cast<unsigned>(date.day.month()) - 1) / 3 * 3 + 1;
      const auto from = make_date(year, first);
      const auto to = make_date(year, first + 2);
      if (from && to) return {first_day(*from), last_day(*to)};
      return {day, day};
    }
    case DateInterval::year:
      return {first_day(year_of(date)), last_day(year_of(date))};
  }
  return {day, day};
}

// Counts of the dates that are precise enough; the number of the others goes to
// `imprecise`.
std::map<int, std::size_t> precise(const DateCounts& counts, DateInterval interval,
                                   std::size_t& imprecise) {
  std::map<int, std::size_t> all = counts.days;
  const auto take = [&](const std::map<int, std::size_t>& more, bool fits) {
    for (const auto& [day, count] : more) (fits ? all[day] : imprecise) += count;
  };
  take(counts.months, interval >= DateInterval::month);
  take(counts.years, interval >= DateInterval::year);
  return all;
}

// The days between which all stories lie but one in a hundred at either end.
DateHistogram::Bar most_of(const std::map<int, std::size_t>& counts) {
  std::size_t all = 0;
  for (const auto& [day, count] : counts) all += count;
  DateHistogram::Bar ends{counts.begin()->first, counts.rbegin()->first};
  std::size_t before = 0;
  for (const auto& [day, count] : counts) {
    if (before <= all / 100) ends.first = day;
    before += count;
    ends.last = day;
    if (before + all / 100 >= all) break;
  }
  return ends;
}

std::size_t bars_between(int first, int last, DateInterval interval) {
  constexpr std::array days = {1, 7, 30, 91, 365};
  return static_cast<std::size_t>((last - first) /
                                  days[static_cast<std::size_t>(interval)]) +
         1;
}

DateInterval interval_for(const DateCounts& counts) {
  std::size_t ignored = 0;
  const auto all = precise(counts, DateInterval::year, ignored);
  if (all.empty()) return DateInterval::year;
  // Stories known to the month alone would be in no bar of days.
  const bool by_days = !counts.days.empty();
  const DateInterval finest = by_days                 ? DateInterval::day
                              : counts.months.empty() ? DateInterval::year
                                                      : DateInterval::month;
  const DateHistogram::Bar ends = most_of(by_days ? counts.days : all);
  for (const DateInterval interval : {DateInterval::day, DateInterval::week,
                                      DateInterval::month, DateInterval::quarter}) {
    if (interval >= finest &&
        bars_between(ends.first, ends.last, interval) <= wanted_bars)
      return interval;
  }
  return DateInterval::year;
}

// With the empty ones between, unless these would be too many.
std::vector<DateHistogram::Bar> filled(const std::vector<DateHistogram::Bar>& bars,
                                       DateInterval interval) {
  if (bars.empty() ||
      bars_between(bars.front().first, bars.back().last, interval) > most_bars)
    return bars;
  std::vector<DateHistogram::Bar> all;
  for (const DateHistogram::Bar& bar : bars) {
    while (!all.empty() && all.back().last + 1 < bar.first)
      all.push_back(bar_around(all.back().last + 1, interval));
    all.push_back(bar);
  }
  return all;
}

}  // namespace

DateHistogram make_histogram(const DateCounts& counts) {
  DateHistogram histogram;
  histogram.undated = counts.undated;
  histogram.interval = interval_for(counts);
  std::vector<DateHistogram::Bar> bars;
  for (const auto& [day, count] :
       precise(counts, histogram.interval, histogram.imprecise)) {
    const DateHistogram::Bar bar = bar_around(day, histogram.interval);
    if (bars.empty() || bars.back().first != bar.first) bars.push_back(bar);
    bars.back().count += count;
  }
  histogram.bars = filled(bars, histogram.interval);
  return histogram;
}

}  // namespace broadsheet
