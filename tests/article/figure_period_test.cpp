// Periods: what a sentence prints, and what it is on the day of the story.
#include "article/figure_period.h"

#include <gtest/gtest.h>

#include "article/figure_reader.h"

namespace broadsheet {
namespace {

TEST(FindPeriod, TakesThePhraseNearestToTheFigure) {
  struct Row {
    std::string_view text;
    std::string_view period;
  };
  constexpr Row rows[] = {
      {"Profit fell 5% in the first quarter", "first quarter"},
      {"Acme cut 300 jobs this year", "this year"},
      {"Sales rose 4% in May", "May"},
      {"Sales rose 4% from last year", ""},
      {"Sales rose 4% in Q2 2025", "Q2 2025"},
      {"Its second-quarter loss was $4 million", "second-quarter"},
      {"Sales rose by the most since May, to $4 million", ""},
      {"Sales rose 4% in the second half of 2024", "second half of 2024"},
      {"In 2023 it sold 600 boats", "2023"},
      {"It sold 600 boats", ""}};
  for (const Row& row : rows) {
    const auto found = read_figures(row.text);
    ASSERT_FALSE(found.empty()) << "in: " << row.text;
    EXPECT_EQ(found[0].period.value_or(""), row.period) << "in: " << row.text;
  }
}

TEST(ResolvePeriod, PutsThePhraseAgainstTheDayOfTheStory) {
  struct Row {
    std::string_view printed;
    std::string_view period;
  };
  constexpr Row rows[] = {{"this year", "2026"},
                          {"last year", "2025"},
                          {"next year", "2027"},
                          {"last quarter", "2025-Q4"},
                          {"this quarter", "2026-Q1"},
                          {"last month", "2026-01"},
                          {"first quarter", "2026-Q1"},
                          {"fourth quarter", "2025-Q4"},
                          {"third quarter of 2024", "2024-Q3"},
                          {"second half of 2024", "2024-H2"},
                          {"second-quarter", "2025-Q2"},
                          {"Q1", "2026-Q1"},
                          {"Q4", "2025-Q4"},
                          {"H2 2024", "2024-H2"},
                          {"May", "2025-05"},
                          {"January", "2026-01"},
                          {"May 2024", "2024-05"},
                          {"2024", "2024"},
                          {"last decade", "last decade"},
                          {"fifth quarter", "fifth quarter"},
                          {"first week", "first week"}};
  for (const Row& row : rows) {
    EXPECT_EQ(resolve_period(row.printed, make_date(2026, 2, 3)), row.period)
        << "for: " << row.printed;
  }
}

TEST(IsPeriod, KnowsPhrasesThatAreNothingElse) {
  for (const std::string_view words :
       {"2025", "Q1 2026", "last year", "May 2024", "FY25"}) {
    EXPECT_TRUE(is_period(words)) << "for: " << words;
  }
  for (const std::string_view words : {"", "Revenue", "Q1 sales", "2,025", "12"}) {
    EXPECT_FALSE(is_period(words)) << "for: " << words;
  }
}

TEST(ResolvePeriod, GuessesNoYearWithoutADate) {
  EXPECT_EQ(resolve_period("last year", std::nullopt), "last year");
  EXPECT_EQ(resolve_period("first quarter", std::nullopt), "first quarter");
  EXPECT_EQ(resolve_period("first quarter", make_date(2026)), "first quarter");
  EXPECT_EQ(resolve_period("first quarter of 2025", std::nullopt), "2025-Q1");
}

}  // namespace
}  // namespace broadsheet
