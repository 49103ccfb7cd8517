#include "searcher/date_histogram.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

int day(const char* text) {
  return first_day(*read_date(text));
}

struct WidthCase {
  const char* first;
  const char* last;
  DateInterval interval;
};

TEST(DateHistogram, TakesTheIntervalOfTheSpan) {
  for (const WidthCase& one : {
           WidthCase{"2026-04-24", "2026-04-24", DateInterval::day},
           WidthCase{"2026-03-01", "2026-04-24", DateInterval::day},
           WidthCase{"2026-01-01", "2026-06-24", DateInterval::week},
           WidthCase{"2024-01-01", "2026-06-24", DateInterval::month},
           WidthCase{"2014-01-01", "2026-06-24", DateInterval::quarter},
           WidthCase{"1990-01-01", "2026-06-24", DateInterval::year},
       }) {
    DateCounts counts;
    counts.days = {{day(one.first), 3}, {day(one.last), 2}};
    EXPECT_EQ(make_histogram(counts).interval, one.interval) << one.first;
  }
}

TEST(DateHistogram, AnOutlierDoesNotWidenTheBars) {
  DateCounts counts;
  counts.days[day("1899-01-01")] = 1;
  for (int i = 0; i < 30; ++i) counts.days[day("2026-04-01") + i] = 20;
  const DateHistogram histogram = make_histogram(counts);
  EXPECT_EQ(histogram.interval, DateInterval::day);
  EXPECT_EQ(histogram.bars.size(), 31u) << "the empty days of a century are left out";
}

TEST(DateHistogram, HasTheEmptyBarsBetween) {
  DateCounts counts;
  counts.days = {{day("2026-04-01"), 1}, {day("2026-04-05"), 2}};
  const DateHistogram histogram = make_histogram(counts);
  ASSERT_EQ(histogram.bars.size(), 5u);
  EXPECT_EQ(histogram.bars[1].count, 0u);
  EXPECT_EQ(histogram.bars[4].count, 2u);
}

TEST(DateHistogram, WhatIsKnownTooLittleIsInNoBar) {
  DateCounts counts;
  counts.days = {{day("2026-04-01"), 1}, {day("2026-04-05"), 2}};
  counts.months = {{day("2026-04-01"), 4}};
  counts.years = {{day("2026-01-01"), 5}};
  counts.undated = 6;
  const DateHistogram histogram = make_histogram(counts);
  EXPECT_EQ(histogram.interval, DateInterval::day);
  EXPECT_EQ(histogram.imprecise, 9u);
  EXPECT_EQ(histogram.undated, 6u);
}

TEST(DateHistogram, WeeksBeginOnMondayAndQuartersEndWithTheirMonth) {
  DateCounts counts;
  counts.days = {{day("2026-01-01"), 1}, {day("2026-06-24"), 1}};
  const DateHistogram weeks = make_histogram(counts);
  EXPECT_EQ(weeks.bars.front().first, day("2025-12-29"));
  EXPECT_EQ(weeks.bars.front().last, day("2026-01-04"));
  counts.days[day("2014-02-03")] = 7;
  const DateHistogram quarters = make_histogram(counts);
  ASSERT_EQ(quarters.interval, DateInterval::quarter);
  EXPECT_EQ(quarters.bars.front().first, day("2014-01-01"));
  EXPECT_EQ(quarters.bars.front().last, day("2014-03-31"));
}

TEST(DateHistogram, OfNothingIsEmpty) {
  EXPECT_TRUE(make_histogram({}).bars.empty());
}

}  // namespace
}  // namespace broadsheet
