// Whom or what a figure is said of, and what a figure must not swallow beside it.
#include "article/figure_subject.h"

#include <string_view>

#include <gtest/gtest.h>

#include "article/figure_reader.h"

namespace broadsheet {
namespace {

struct Said {
  std::string_view text;
  std::string_view of;  // empty: nobody
};

TEST(FindSubject, TakesTheSubjectOfTheClauseOrTheNameBehind) {
  constexpr Said rows[] = {
      {"Meta to cut 600 jobs", "Meta"},
      {"Amazon is cutting 16,000 jobs", "Amazon"},
      {"OpenAI Signs $38 Billion Deal", "OpenAI"},
      {"Meta's budget for 2026: $115 billion", "Meta"},
      {"Revenue at Nvidia doubled in the quarter", "Nvidia"},
      {"Shares of Acme fell 5%", "Acme"},
      {"Acme shares fell 5%", "Acme"},
      {"Acme Inc. is cutting 650 roles", "Acme Inc"},
      {"The S&P 500 climbed 0.42 percent", "S&P 500"},
      {"Earlier in the month, Meta had set a mark of $196 billion", "Meta"},
      {"The online education company Chegg will let 248 employees go", "Chegg"},
      {"Workday, whose software manages payrolls, is cutting 1,750 jobs", "Workday"},
      {"Acme, which had 73,000 employees, has moved", "Acme"},
      {"Arthur Doe, Acme's chief, founded it with 20 colleagues", "Arthur Doe"},
      {"DeepSeek costs Nvidia $593 billion", "Nvidia"},
      {"8K jobs at Meta make way", "Meta"},
      {"about 3% of Amazon's corporate employees", "Amazon"},
      {"Thrive Capital led with $1 billion", "Thrive Capital"},
      {"xAI is said to dismiss 500 people", "xAI"},
      {"Meta wants to end it with 1.3 million chips", "Meta"},
      {"The bank, one of the largest of Acme's, cut 300 jobs", "bank"},
      {"Sign up for 5 great stories", ""},
      {"Oil has added $3 trillion", "Oil"},
      {"Revenue fell 10%", ""},
      {"Average Salaries Rise 5%", ""},
      {"Analysts had been counting on $150 billion", "Analysts"},
      {"Chief executive Jane Doe says it could fall to 2,000", ""},
      {"Krishna said he could see 30% of them replaced", ""},
      {"Jane Doe told the channel that the company had 5,000 employees", "company"},
      {"Most of those work at Acme, which it bought for $68.7 billion", ""},
      {"The deal values the maker of Claude at $350 billion", "deal"},
      {"Acme rose and oil prices fell 5%", ""},
      {"Acme and Globex put $15 billion into it", "Acme and Globex"},
      {"It rents 500 of Nvidia chips", ""},
      {"Acme said two days earlier", ""}};
  for (const Said& row : rows) {
    const auto found = read_figures(row.text);
    ASSERT_FALSE(found.empty()) << "in: " << row.text;
    EXPECT_EQ(found[0].of.value_or(""), row.of) << "in: " << row.text;
  }
}

TEST(FindSubject, TellsEachOfAListItsOwnName) {
  const auto found =
      read_figures("The Nasdaq lost 3.1%, Broadcom fell 17.4% and Microsoft 2.1%.");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].of, "Nasdaq");
  EXPECT_EQ(found[1].of, "Broadcom");
  EXPECT_EQ(found[2].of, "Microsoft");
}

TEST(ReadFigures, TakesNeitherAYearNorAStepForTheEndOfARange) {
  const auto year =
      read_figures("Meta lifts spending in 2025 to $64 billion to $72 billion.");
  ASSERT_EQ(year.size(), 1U);
  const auto plain = read_figure("$64-72 billion");
  ASSERT_TRUE(plain);
  EXPECT_EQ(year[0].low, plain->low);
  EXPECT_EQ(year[0].high, plain->high);
  const auto step = read_figures("Acme lifts its budget by $10 billion to $85 billion.");
  ASSERT_EQ(step.size(), 2U);
  EXPECT_EQ(step[1].low, step[1].high);
}

TEST(ReadFigures, PrintsTheFigureWithoutItsPreposition) {
  constexpr std::string_view text =
      "valued at about $350 billion, or about 15,000 jobs, at least 5%";
  const auto found = read_figures(text);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].span.in(text), "about $350 billion");
  EXPECT_EQ(found[1].span.in(text), "about 15,000 jobs");
  EXPECT_EQ(found[2].span.in(text), "at least 5%");
}

TEST(ReadFigures, TakesNoChangeFromTheNounOfAnotherFigure) {
  const auto found = read_figures("Acme adds 9,000 job cuts to the 18,000 of January");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_FALSE(found[1].change);
}

TEST(ReadFigures, JoinsAdjectivesAndNoOtherNouns) {
  struct Row {
    std::string_view text;
    std::string_view counts;
  };
  constexpr Row rows[] = {
      {"It pays for 49% of Scale AI and hires its founder", "Scale AI"},
      {"They receive 12 weeks of pay and additional weeks later", "pay"},
      {"about 3,400 direct and indirect jobs", "direct and indirect job"},
      {"more than 1.3 million graphics processors", "graphics processor"}};
  for (const Row& row : rows) {
    const auto found = read_figures(row.text);
    ASSERT_FALSE(found.empty()) << "in: " << row.text;
    EXPECT_EQ(found[0].counts.value_or(""), row.counts) << "in: " << row.text;
  }
}

TEST(ReadFigures, ReadsNoPlaceForAMeasure) {
  EXPECT_TRUE(read_figures("The Three Mile Island site is to run again").empty());
}

}  // namespace
}  // namespace broadsheet
