#include "article/mentioned_dates.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::string read(const std::string& text, const std::optional<Date>& published,
                 const std::optional<std::string>& language = "en") {
  std::string all;
  for (const Date& date : mentioned_dates(text, split_words(text), published, language)) {
    if (!all.empty()) all += ' ';
    all += to_string(date);
  }
  return all;
}

struct Row {
  const char* text;
  const char* dates;
};

TEST(MentionedDates, AreReadAsTheTableSays) {
  const Row rows[] = {
      {"on April 24, 2026, and", "2026-04-24"},
      {"on 24 April 2026", "2026-04-24"},
      {"the 3rd of May 2025", "2025-05-03"},
      {"in April 2026.", "2026-04"},
      {"dated 2025-12-31", "2025-12-31"},
      {"on Nov. 21 the firm", "2025-11-21"},
      {"until Dec 1", "2025-12-01"},
      {"from June 30", "2026-06-30"},
      {"since October the", "2025-10"},
      {"in March, when", "2026-03"},
      {"between March 3 and March 5", "2026-03-03 2026-03-05"},
      {"MARCH 5", "2026-03-05"},
      {"2026年4月24日", "2026-04-24"},
      {"4月24日", "2026-04-24"},
      {"2025年4月", "2025-04"},
      {"2026년 4월 24일", "2026-04-24"},
      // None of these is a date.
      {"it may 5 times", ""},
      {"8 out of 10", ""},
      {"they march 5 miles", ""},
      {"in march", ""},
      {"May I", ""},
      {"5 jobs in 2026", ""},
      {"April 31", ""},
      {"version 2026-99-99", ""},
      {"24. The next. April", ""},
      {"24 de abril", ""},
      {"12 months", ""},
      {"", ""},
  };
  for (const Row& row : rows)
    EXPECT_EQ(read(row.text, make_date(2026, 2, 10)), row.dates) << row.text;
}

TEST(MentionedDates, KnowTheMonthsOfTheStorysLanguage) {
  const auto published = make_date(2026, 2, 10);
  EXPECT_EQ(read("el 24 de abril de 2026", published, "es"), "2026-04-24");
  EXPECT_EQ(read("am 3. März", published, "de"), "2026-03-03");
  EXPECT_EQ(read("1 января 2024 года", published, "ru"), "2024-01-01");
}

TEST(MentionedDates, WithoutAYearNeedTheDayOfPublication) {
  EXPECT_EQ(read("on Nov. 21 and April 2, 2024", std::nullopt), "2024-04-02");
  EXPECT_EQ(read("on Feb. 29", make_date(2026, 2, 10)), "");
  EXPECT_EQ(read("on Feb. 29", make_date(2024, 2, 10)), "2024-02-29");
}

TEST(MentionedDates, AreBounded) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "on April 2 ";
  EXPECT_EQ(mentioned_dates(text, split_words(text), make_date(2026), "en").size(), 0u);
  EXPECT_LE(mentioned_dates(text, split_words(text), make_date(2026, 1), "en").size(),
            100u);
}

}  // namespace
}  // namespace broadsheet
