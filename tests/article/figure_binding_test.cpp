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
      {"It sold the old mill for $3 million", "old mill", ""},
      {"6% of the mill's roughly 300 workers left", "", ""},
      {"6% of its roughly 300 workers left", "", ""}};
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

TEST(BindFigure, TakesACountedThingForASubject) {
  const auto found = read_figures("The five quarries employ 300 people");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].of, "five quarries");
}

TEST(BindFigure, GivesEachClauseItsOwnSubject) {
  const auto found = read_figures("Wheat prices rose 4%, barley by 2% and oats by 6%.");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].counts, "Wheat prices");
  EXPECT_EQ(found[1].of, "barley");
  EXPECT_EQ(found[2].of, "oats");
}

TEST(BindFigure, TakesAPronounForTheSubjectOfTheClauseBefore) {
  constexpr Bound rows[] = {
      {"The ferry line said it also has 900 customers", "customer", "ferry line"},
      {"The ferry line also said it has 900 customers", "customer", "ferry line"},
      {"The mill closed after it lost $5 million", "", "mill"},
      {"The wells were shut because they had 40 leaks", "leak", "wells"},
      {"The wells were shut because it had 40 leaks", "leak", ""},
      {"Jane Doe left after it lost $5 million", "", ""},
      {"The Doe Group left after it lost $5 million", "", "Doe Group"}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, KeepsTheAdjectivesOfWhatIsCounted) {
  constexpr Bound rows[] = {
      {"The club posted a combined loss of $4 million", "combined loss", "club"},
      {"The port put a 25% tax on imported goods", "tax on imported goods", "port"},
      {"It lowered its profit guidance to $84 million", "profit guidance", ""},
      {"The mine's imported lamps weigh 4 tonnes", "", "mine's imported lamps"}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, PassesWordsThatOnlyLeadToTheFigure) {
  constexpr Bound rows[] = {
      {"Prices will go up by an average of $30", "Prices", ""},
      {"The theft is punishable by 3 years in prison", "", "theft"},
      {"Sales rose 5 per cent to $60 million", "Sales", ""},
      {"This year's rent is $900", "rent", ""},
      {"The club has debts, ranging from $20 to $4,000", "", "debts"}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, CountsWhatIsPaidFor) {
  constexpr Bound rows[] = {
      {"The guests paid a total of $2,000 for rooms", "rooms", "guests"},
      {"The stock trades at 6 times earnings", "earnings", "stock"},
      {"She won a 5 km run", "run", ""}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, KnowsVerbsFromNounsAndAdverbsFromAdjectives) {
  constexpr Bound rows[] = {
      {"A disorderly sale would cost the port $8 million", "", "port"},
      {"The US trade balance fell to $40 billion", "US trade balance", ""},
      {"Rooms from $90 to $200 stay an average of 7 days", "", "Rooms"},
      {"The steel supply rose 5%", "steel supply", ""},
      {"About 700 cars have been stolen", "car", ""}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, FindsTheSubjectOverBracketsYearsAndRelatives) {
  constexpr Bound rows[] = {
      {"Globex Steel (GLX) lost 5%", "", "Globex Steel"},
      {"The town's budget in 2024 grew by 3%", "budget", "town"},
      {"They were led by a rally in steel stocks, which were up 4%", "steel stocks", ""},
      {"It soothed ties with Globex, which is 40 percent owned by a fund", "", "Globex"},
      {"The bank has offices in 30 countries", "country", "bank"},
      {"It was most of the 60 games", "game", ""}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, KeepsTheAdjectiveBeforeTheFigure) {
  constexpr Bound rows[] = {
      {"It bought the famous 40 hectare estate", "famous estate", ""},
      {"The van has a 2-litre, 90 hp engine", "engine", "van"},
      {"It wiped $40 million off the value of the fund", "value of the fund", ""},
      {"The wave added $3 to the price of a barrel", "price of a barrel", "wave"},
      {"The rate between the dollar and the yen is 120",
       "rate between the dollar and the yen", ""}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, FindsWhoeverHoldsThePlan) {
  constexpr Bound rows[] = {
      {"Globex has no plans to cut 70 jobs", "job", "Globex"},
      {"The mill signed a deal to buy 70 lorries", "lorry", "mill"},
      {"The mill asked the drivers to buy 70 lorries", "lorry", "drivers"},
      {"It is not true that 600 people died", "people", ""},
      {"The crew went into the mill three days a week", "", "crew"},
      {"Box office haul: $5 million", "Box office haul", ""},
      {"The planned $5 million plant", "planned plant", ""}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, PassesBulletsAndSentenceAdverbs) {
  constexpr Bound rows[] = {{"\xE2\x97\xBE West Elbonia, $10.80", "", "West Elbonia"},
                            {"Nationwide, a quarter of schools closed", "school", ""},
                            {"Get the blue lamp for $40", "blue lamp", ""},
                            {"He was held in lieu of $4,000", "", ""},
                            {"The 4-pound terrier died on Monday", "terrier", ""},
                            {"The port moved at least at most 70 tonnes", "", "port"}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, EndsALongPhraseBeforeALink) {
  expect_bound(
      {"Sales of big old boats in the north of Elbonia to buyers from the south of "
       "Freedonia fell 5%",
       "Sales of big old boats in the north of Elbonia to buyers from the south", ""});
}

TEST(BindFigure, LendsItsWordsToTheFigureBesideIt) {
  const auto found = read_figures(
      "The rod measures between 15 cm (6 inches) and 23 cm (9 inches). The mill lost 60% "
      "of its market value, or more than $30 million.");
  ASSERT_EQ(found.size(), 6U);
  EXPECT_EQ(found[2].of, "rod");
  EXPECT_EQ(found[4].counts, "market value");
  EXPECT_EQ(found[5].counts, "market value");
}

TEST(BindFigure, CountsNoAdverbAndNoAdjectiveOfSize) {
  constexpr Bound rows[] = {
      {"The firm's output target for 2031 was revised upward to $20-25 billion",
       "output target", "firm"},
      {"Its quarterly dividend has been raised higher to 35 cents", "quarterly dividend",
       ""},
      {"The bill is put at a staggering $90 billion", "", "bill"},
      {"The assets may currently amount to $70 billion", "assets", ""},
      {"The town saw an all-time high of 2,140", "all-time high", "town"},
      {"The law would saddle clinics with $3 billion in added costs", "", "law"}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, SaysItOfNounsOnly) {
  constexpr Bound rows[] = {
      {"Closing 14 mills may sound harsh", "mill", ""},
      {"Set a 9-15 month window", "window", ""},
      {"They can\u2019t hire fast enough to fill 250 posts", "post", ""},
      {"The council on Nov. 3 released 700 maps", "map", "council"},
      {"The first of an expected 350 guests came", "guest", ""},
      {"Test results are available, which could take up to six days", "", "Test results"},
      {"According to the ministry, 20 mills were shut", "mill", ""},
      {"Before they left the hall, 90 guests came", "guest", ""},
      {"Marshals said 45 runners were hurt", "runner", ""},
      {"Health officials have reported 3,000 cases", "case", "Health officials"},
      {"Farmers vote to spend $4 million", "", "Farmers"},
      {"Ruritania locks down 6 million people", "people", "Ruritania"}};
  for (const Bound& row : rows) expect_bound(row);
}

TEST(BindFigure, FindsTheSubjectBeforeWhatIsSaidOfIt) {
  constexpr Bound rows[] = {
      {"The number of hens killed by foxes fell 12%", "number of hens", ""},
      {"The number of guests who needed beds rose by 15", "number of guests", ""},
      {"The cost of repairing the dam after the storm stands at $8 million",
       "cost of repairing the dam", ""},
      {"The toll from flooding in the north rose to 23",
       "toll from flooding in the north", ""},
      {"A study found traffic declined by 40%", "", "traffic"},
      {"The firm thanked drivers on Monday as the town cut 60 buses", "bus", "town"},
      {"A guide sat on a bench to teach 12 pupils", "pupil", "guide"},
      {"The trust set up a fund to redirect 300 calls", "call", "trust"},
      {"The number of guests lost due to Boxo was 93", "number of guests", ""},
      {"The county saw a marked increase in cases, with 82 new ones", "new one",
       "county"},
      {"The rate of compliance for reporting was 40%", "rate of compliance for reporting",
       ""},
      {"Eligible students can get up to $7,000", "", "Eligible students"},
      {"The train hit a top speed of 210 km/h", "top speed", "train"},
      {"The contract includes 3.5% annual raises", "annual raises", "contract"},
      {"The remaining six mills closed", "mill", ""},
      {"The town's 48 mills closed", "mill", "town"},
      {"Gales hit with maximum sustained winds of 130 mph", "maximum sustained winds",
       "Gales"},
      {"The cheapest tickets start at $38", "", "cheapest tickets"},
      {"The total XY-7 deaths were up by 80", "total XY-7 deaths", ""}};
  for (const Bound& row : rows) expect_bound(row);
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
