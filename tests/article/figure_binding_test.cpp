// What a figure is a number of and of whom it is said: sentence ==> counts, of.
#include "article/figure_binding.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "article/figure_reader.h"

namespace broadsheet {
namespace {

struct Bound {
  std::string_view text;
  std::string_view counts;  // of the first figure; empty: nothing
  std::string_view of;
};

void expect_bound(const Bound& row) {
  const auto found = read_figures(row.text);
  ASSERT_FALSE(found.empty()) << "in: " << row.text;
  EXPECT_EQ(found[0].counts.value_or(""), row.counts) << "in: " << row.text;
  EXPECT_EQ(found[0].of.value_or(""), row.of) << "in: " << row.text;
}

TEST(BindFigure, CountsTheQuantityThatIsTheSubject) {
  constexpr Bound rows[] = {
      {"Core inflation rose 0.4% in May", "Core inflation", ""},
      {"Prices of grain in the north fell by 12%", "Prices of grain in the north", ""},
      {"Acme shares rose 5%", "Acme shares", "Acme"},
      {"Revenue from Brazil grew sharply to $6 billion", "Revenue from Brazil", "Brazil"},
      {"Ticket prices are expected to rise by 3%", "Ticket prices", ""},
      {"The blue-chip XY-40 index gained 2% to close higher", "blue-chip XY-40 index",
       ""}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, SaysOfWhomWithoutAName) {
  constexpr Bound rows[] = {
      {"The regional start-up employs around 700 people", "people", "regional start-up"},
      {"The bridge is 9 km long", "", "bridge"},
      {"The festival will cost $3 million", "", "festival"},
      {"The insurer plans to spend $40 million", "", "insurer"},
      {"The ferry, which can carry 600 passengers, sank", "passenger", "ferry"},
      {"The carmaker said it has 900 customers", "customer", "carmaker"},
      {"The outage costs Globex $8 million", "", "Globex"},
      {"It fell by 5%", "", ""}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, CountsWhatTheFigureStandsBeforeOrIsOf) {
  constexpr Bound rows[] = {
      {"Doe signed a $90,000 contract with the club", "contract with the club", "Doe"},
      {"The plant posted a loss of 41 cents per share", "loss", "plant"},
      {"The port saw a 7 percent drop", "drop", "port"},
      {"The pipeline has 30 miles (48 km) of new pipe", "new pipe", "pipeline"},
      {"It raised its dividend by 4%", "dividend", ""},
      {"It sold the old mill for $3 million", "old mill", ""}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, CountsTheHeadOfARow) {
  for (const std::string_view text :
       {"Revs 14.2 mln vs 13.5 mln", "| Revs | $14.2 million | $13.5 million |"}) {
    const auto found = read_figures(text);
    ASSERT_EQ(found.size(), 2U) << "in: " << text;
    EXPECT_EQ(found[0].counts, "Revs") << "in: " << text;
    EXPECT_EQ(found[1].counts, "Revs") << "in: " << text;
    EXPECT_FALSE(found[0].of) << "in: " << text;
    EXPECT_FALSE(found[0].period) << "in: " << text;
  }
}

TEST(BindFigure, TellsTheValueOfAnEarlierPeriod) {
  const auto found = read_figures("Revs 14.2 mln vs 13.5 mln");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].period, "earlier period");
}

TEST(BindFigure, GivesEachClauseItsOwnSubject) {
  const auto found = read_figures("Wheat prices rose 4%, barley by 2% and oats by 6%.");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].counts, "Wheat prices");
  EXPECT_EQ(found[1].of, "barley");
  EXPECT_EQ(found[2].of, "oats");
}

TEST(BindFigure, LeavesATimeThatOnlyTellsWhenToNobody) {
  expect_bound({"The mill closed two years later", "", ""});
  expect_bound({"The mill closed within three weeks", "", ""});
}

TEST(BindFigure, TakesLinearTimeOverASentenceOfFigures) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "cut, of 5% and the ";
  EXPECT_EQ(read_figures(text).size(), 20000U);
}

}  // namespace
}  // namespace broadsheet
