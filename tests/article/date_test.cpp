#include "article/date.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "article/article.h"

namespace broadsheet {
namespace {

struct Row {
  std::string text;
  std::string expected;  // "" for nothing
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const auto date = read_date(row.text);
    EXPECT_EQ(date ? to_string(*date) : "", row.expected) << row.text;
  }
}

TEST(ReadDate, TakesIsoWithAndWithoutTimeAndZone) {
  check({{"2026-04-24", "2026-04-24"},
         {"2026-04-24T10:15:30Z", "2026-04-24"},
         {"2026-04-24T23:30:00-05:00", "2026-04-24"},
         {"2026-04-24 10:15:30.123 +0200", "2026-04-24"},
         {"20260424", "2026-04-24"},
         {"20260424T101530Z", "2026-04-24"},
         {"2026/04/24", "2026-04-24"},
         {"2026.4.24", "2026-04-24"},
         {"2026-04", "2026-04"},
         {"2026", "2026"}});
}

TEST(ReadDate, TakesWhatPeopleAndFeedsPrint) {
  check({{"Mon, 24 Apr 2026 10:00:00 GMT", "2026-04-24"},
         {"Apr 24, 2026", "2026-04-24"},
         {"Apr. 24th, 2026 at 10:15 a.m. ET", "2026-04-24"},
         {"Friday, April 24, 2026 | 10 am", "2026-04-24"},
         {"24 April 2026", "2026-04-24"},
         {"24th of April 2026", "2026-04-24"},
         {"April 2026", "2026-04"},
         {"Sept. 3, 2025", "2025-09-03"},
         {"2026 Apr 24", "2026-04-24"},
         {"  3 March 2025\n", "2025-03-03"}});
}

TEST(ReadDate, KnowsMonthsOfNeighbours) {
  check({{"24. April 2026", "2026-04-24"},
         {"3. März 2025", "2025-03-03"},
         {"1er août 2024", "2024-08-01"},
         {"14 de febrero de 2023", "2023-02-14"}});
}

TEST(ReadDate, KnowsMonthsOfTheWorldsPress) {
  check({{"24 avril 2026", "2026-04-24"},     {"24 de abril de 2026", "2026-04-24"},
         {"24 aprile 2026", "2026-04-24"},    {"3 de março de 2026", "2026-03-03"},
         {"24 april 2026", "2026-04-24"},     {"24 kwietnia 2026", "2026-04-24"},
         {"24. dubna 2026", "2026-04-24"},    {"24 Nisan 2026", "2026-04-24"},
         {"24 Şubat 2026", "2026-02-24"},     {"24 апреля 2026 г.", "2026-04-24"},
         {"24 квітня 2026", "2026-04-24"},    {"24 aprilie 2026", "2026-04-24"},
         {"2026. április 24.", "2026-04-24"}, {"24. huhtikuuta 2026", "2026-04-24"},
         {"24 Απριλίου 2026", "2026-04-24"},  {"24 Agustus 2026", "2026-08-24"},
         {"24 أبريل 2026", "2026-04-24"},     {"٢٤ أبريل ٢٠٢٦", "2026-04-24"},
         {"2026年4月24日", "2026-04-24"},     {"2026년 4월 24일", "2026-04-24"},
         {"24. oktober 2026", "2026-10-24"},  {"24 lapkričio 2026", "2026-11-24"}});
}

TEST(ReadDate, TakesTheOrderOfTheLanguage) {
  const auto iso = [](std::string_view text, std::string_view language) {
    const auto date = read_date(text, day_order_of(language));
    return date ? to_string(*date) : std::string();
  };
  EXPECT_EQ(iso("03/04/2026", "en-US"), "2026-03-04");
  EXPECT_EQ(iso("03/04/2026", "en_GB"), "2026-04-03");
  EXPECT_EQ(iso("03/04/2026", "fr"), "2026-04-03");
  EXPECT_EQ(iso("03/04/2026", "en"), "");
  EXPECT_EQ(iso("03.04.26", "de"), "2026-04-03");
  EXPECT_EQ(iso("24. April 26", "de"), "2026-04-24");
  EXPECT_EQ(iso("14. - 20. Januar 2026", "de"), "");
  EXPECT_EQ(iso("13/24/2026", "de"), "");
}

TEST(ReadDate, PutsTheDayFirstBetweenPoints) {
  check({{"12.03.2025", "2025-03-12"},
         {"3.4.2026", "2026-04-03"},
         {"12.03.2025 14:30", "2025-03-12"},
         {"12.13.2025", "2025-12-13"}});
  const auto american = read_date("12.03.2025", DayOrder::month_first);
  ASSERT_TRUE(american);
  EXPECT_EQ(to_string(*american), "2025-12-03");
}

TEST(ReadDate, TakesAMonthByItsTwoNames) {
  check({{"24 نيسان / أبريل 2026", "2026-04-24"}, {"24 April May 2026", ""}});
}

TEST(FindDay, FindsTheFirstDayInALine) {
  const std::vector<Row> rows = {
      {"Published: Fri, Apr 24, 2026 at 10:00 AM", "2026-04-24"},
      {"PUBLISHED:April 24, 2026 | 0 comments", "2026-04-24"},
      {"Von Ann am 23.05.2013, 11:51 | 0 Meinungen", "2013-05-23"},
      {"(24. April 2026)", "2026-04-24"},
      {"Springfield, 24 de abril de 2026", "2026-04-24"},
      {"no day here, only April 2026", ""},
      {"", ""}};
  for (const Row& row : rows) {
    const auto found = find_day(row.text);
    EXPECT_EQ(found ? to_string(found->date) : "", row.expected) << row.text;
  }
}

TEST(ReadDate, GivesNothingWhereDayAndMonthCannotBeTold) {
  check({{"03/04/2026", ""},
         {"3.4.26", ""},
         {"3-4-2026", ""},
         {"24/04/2026", "2026-04-24"},
         {"04/24/2026", "2026-04-24"},
         {"05/05/2026", "2026-05-05"}});
}

TEST(ReadDate, GivesNothingForWhatIsNoWholeDate) {
  check({{"", ""},
         {"Nov. 21", ""},
         {"24 Apr 26", ""},
         {"24/04/26", ""},
         {"yesterday", ""},
         {"10:15", ""},
         {"2026-02-30", ""},
         {"31 April 2026", ""},
         {"2026-13-01", ""},
         {"12345", ""},
         {"0999", ""},
         {"April", ""},
         {"in April 2026 the firm", ""},
         {"April 24, 2026 and May 3, 2026", ""},
         {"$2026", ""},
         {"Meta 2026", ""},
         {"2026-04-24 2026-04-25", ""}});
}

TEST(MakeDate, WantsARealDay) {
  EXPECT_FALSE(make_date(2025, 2, 29));
  EXPECT_TRUE(make_date(2024, 2, 29));
  EXPECT_FALSE(make_date(999));
  EXPECT_FALSE(make_date(2201, 1, 1));
  EXPECT_FALSE(make_date(2024, 0, 3));
}

TEST(Date, CoversTheDaysOfItsPrecision) {
  EXPECT_EQ(first_day(*make_date(1970)), 0);
  EXPECT_EQ(last_day(*make_date(1970)), 364);
  EXPECT_EQ(last_day(*make_date(2024, 2)) - first_day(*make_date(2024, 2)), 28);
  EXPECT_EQ(last_day(*make_date(2026, 4, 24)), first_day(*make_date(2026, 4, 24)));
  EXPECT_EQ(to_string(date_of_day(first_day(*make_date(2026, 4, 24)))), "2026-04-24");
}

TEST(Date, OrdersByDayThenPrecision) {
  EXPECT_LT(*make_date(2025, 12, 31), *make_date(2026));
  EXPECT_LT(*make_date(2026, 1, 1), *make_date(2026));
}

TEST(DateSource, NamesReadBack) {
  for (const auto source : {DateSource::json_ld, DateSource::byline, DateSource::field}) {
    EXPECT_EQ(date_source_from(to_string(source)), source);
  }
  EXPECT_EQ(to_string(DateSource::time_element), "time");
  EXPECT_FALSE(date_source_from("guess"));
}

TEST(ArticleId, KeepsPathAndKeyApart) {
  EXPECT_EQ(article_id("a.json", "1").size(), 16U);
  EXPECT_EQ(article_id("a.json", "1"), article_id("a.json", "1"));
  EXPECT_NE(article_id("a.json", "1"), article_id("a.json1", ""));
}

TEST(ContentHash, DiffersInAFigureAndInTheOutlet) {
  RawStory a;
  a.title = "Firm cuts 600 jobs";
  a.text = "Text.";
  RawStory b = a;
  EXPECT_EQ(content_hash(a), content_hash(b));
  b.title = "Firm cuts 601 jobs";
  EXPECT_NE(content_hash(a), content_hash(b));
  b = a;
  b.outlet = "Reuters";
  EXPECT_NE(content_hash(a), content_hash(b));
}

TEST(DisplayTitle, CutsTheOpeningAtAWord) {
  EXPECT_EQ(display_title("A title", "text"), "A title");
  const std::string text =
      std::string(40, 'a') + " " + std::string(30, 'b') + " " + std::string(40, 'c');
  EXPECT_EQ(display_title(std::nullopt, text), text.substr(0, 71));
  EXPECT_EQ(display_title(std::nullopt, "CNN —\n\nThe river rose by two metres."),
            "CNN — The river rose by two metres.");
  EXPECT_EQ(display_title(std::nullopt, "A line that tells\nmore"), "A line that tells");
  EXPECT_LE(display_title(std::nullopt, std::string(300, 'x')).size(), 90U);
}

}  // namespace
}  // namespace broadsheet
