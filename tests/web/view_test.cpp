// Views as URLs, and query text taken apart and put together.
#include "web/view.h"

#include <gtest/gtest.h>

#include "article/error.h"

namespace broadsheet {
namespace {

std::vector<std::string> parts(std::string_view query) {
  std::vector<std::string> out;
  for (const Span& part : query_parts(query)) out.emplace_back(part.in(query));
  return out;
}

TEST(QueryParts, AreWhatCanBeTakenAway) {
  using Parts = std::vector<std::string>;
  EXPECT_EQ(parts(""), Parts{});
  EXPECT_EQ(parts("  a  b "), (Parts{"a", "b"}));
  EXPECT_EQ(parts("\"a b\" c"), (Parts{"\"a b\"", "c"}));
  EXPECT_EQ(parts("outlet:\"X Y\" d"), (Parts{"outlet:\"X Y\"", "d"}));
  EXPECT_EQ(parts("a AND b c"), (Parts{"a AND b", "c"}));
  EXPECT_EQ(parts("(a OR b) c"), (Parts{"(a OR b)", "c"}));
  EXPECT_EQ(parts("NOT a b"), (Parts{"NOT a", "b"}));
  EXPECT_EQ(parts("jobs > 500 x"), (Parts{"jobs > 500", "x"}));
  EXPECT_EQ(parts("\"open end"), (Parts{"\"open end"}));
  EXPECT_EQ(parts(std::string(5000, '(')).size(), 1U);
}

TEST(QueryParts, LeaveTheOthersWhenTakenAway) {
  EXPECT_EQ(without_part("a b c", {2, 3}), "a c");
  EXPECT_EQ(without_part("a b", {0, 1}), "b");
  EXPECT_EQ(without_part("a", {0, 99}), "");
}

TEST(WithinDays, NamesWholeMonthsAndYears) {
  const int day = first_day(*make_date(2026, 4, 1));
  EXPECT_EQ(within_days("x", day, day), "x date:2026-04-01");
  EXPECT_EQ(within_days("x", day, day + 29), "x date:2026-04");
  EXPECT_EQ(within_days("x", day, day + 7), "x date:2026-04-01..2026-04-08");
  EXPECT_EQ(within_days("", day - 90, day + 274), "date:2026");
}

TEST(WithinDays, TakesThePlaceOfAnEarlierRange) {
  const int day = first_day(*make_date(2026, 4, 1));
  EXPECT_EQ(within_days("date:2025..2026 x", day, day), "x date:2026-04-01");
  EXPECT_EQ(within_days("x date:unknown", day, day), "x date:unknown date:2026-04-01");
}

TEST(WithinValues, AreWrittenInTheUnit) {
  EXPECT_EQ(within_values("x", "USD", "5k", "2m"), "x $5k..2m");
  EXPECT_EQ(within_values("x", "percent", "5", ""), "x 5%..");
  EXPECT_EQ(within_values("x", "role", "5", "10"), "x role:5..10");
  EXPECT_EQ(within_values("x", "", "", "10"), "x ..10");
}

TEST(View, ReadsBackFromItsAddress) {
  const View view = read_view({{"q", "a b"},
                               {"tab", "figures"},
                               {"by", "thing"},
                               {"unit", "USD"},
                               {"in", "outlet=X & Y"},
                               {"sort", "newest"}});
  EXPECT_EQ(
      view_url(view),
      "/search?q=a+b&sort=newest&in=outlet%3DX+%26+Y&tab=figures&by=thing&unit=USD");
  EXPECT_EQ(view_url(on_tab(view, Tab::stories)),
            "/search?q=a+b&sort=newest&in=outlet%3DX+%26+Y");
  EXPECT_EQ(view_url(read_view({{"q", "a"}, {"tab", "odd"}})), "/search?q=a");
}

TEST(View, FoldsFormsIntoTheQuery) {
  const Parameters form{
      {"q", "x"}, {"tab", "timeline"}, {"from", "2026-04-01"}, {"to", "2026-04-30"}};
  const auto view = folded(read_view(form), form);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->request.query, "x date:2026-04");
  EXPECT_EQ(view->tab, Tab::timeline);
  EXPECT_FALSE(folded(*view, {{"q", "x"}}));
  const Parameters odd{{"q", "x"}, {"low", "\" OR <"}, {"from", "soon"}};
  const auto kept = folded(read_view(odd), odd);
  EXPECT_TRUE(!kept || kept->request.query == "x OR..");
}

TEST(View, AChoiceTakesThePlaceOfItsOpposite) {
  View view = choosing({}, {"outlet", "X"}, Chosen::out);
  view = choosing(view, {"outlet", "X"}, Chosen::in);
  EXPECT_EQ(view_url(view), "/search?q=&in=outlet%3DX");
  EXPECT_EQ(view_url(choosing(view, {"outlet", "X"}, Chosen::no)), "/search?q=");
}

}  // namespace
}  // namespace broadsheet
