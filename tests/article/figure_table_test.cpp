// Rows of tables ==> what each figure counts, of whom, in which period.
#include "article/figure_table.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "article/figure_reader.h"

namespace broadsheet {
namespace {

// "$14 m: Revenue, of Acme, in 2025", one figure a line.
std::string bound(std::string_view text) {
  std::string out;
  for (const Figure& figure : read_figures(text)) {
    out += std::string(figure.span.in(text)) + ": " + figure.counts.value_or("-");
    if (figure.of) out += ", of " + *figure.of;
    if (figure.period) out += ", in " + *figure.period;
    out += "\n";
  }
  return out;
}

TEST(TableReader, TakesThePeriodFromTheColumnAndTheThingFromTheRow) {
  constexpr std::string_view expected =
      "$14.2 million: Revenue, in Q1 2026\n"
      "$13.5 million: Revenue, in Q1 2025\n"
      "700: Boats, in Q1 2026\n"
      "650: Boats, in Q1 2025\n";
  EXPECT_EQ(bound("|  | Q1 2026 | Q1 2025 |\n"
                  "|---|---|---|\n"
                  "| Revenue | $14.2 million | $13.5 million |\n"
                  "| Boats | 700 | 650 |\n"),
            expected);
  // As a reader of HTML leaves it, without the empty corner.
  EXPECT_EQ(bound("Q1 2026 | Q1 2025\n"
                  "Revenue | $14.2 million | $13.5 million\n"
                  "Boats | 700 | 650\n"),
            expected);
}

TEST(TableReader, TakesTheThingFromTheColumnAndItsOwnerFromTheRow) {
  EXPECT_EQ(bound("| Firm | Jobs cut | Loss | Year |\n"
                  "|---|---|---|---|\n"
                  "| Globex | 700 | $4 million | 2024 |\n"
                  "| Initech | 1,300 | $9 million | 2025 |\n"),
            "700: Jobs cut, of Globex, in 2024\n"
            "$4 million: Loss, of Globex, in 2024\n"
            "1,300: Jobs cut, of Initech, in 2025\n"
            "$9 million: Loss, of Initech, in 2025\n");
}

// "700: 700 USD" and so on.
std::string values(std::string_view text) {
  std::string out;
  for (const Figure& figure : read_figures(text)) {
    out += std::string(figure.span.in(text)) + " = " + to_string(figure) + ", " +
           figure.counts.value_or("-") + "\n";
  }
  return out;
}

TEST(TableReader, TakesTheScaleFromTheHead) {
  EXPECT_EQ(values("| Firm | Sales ($ in millions) | Margin (%) | Staff (000s) |\n"
                   "|---|---|---|---|\n"
                   "| Globex | 1,204.5 | 7.2 | 14 |\n"),
            "1,204.5 = 1204.5 million USD, Sales\n"
            "7.2 = 7.2 percent, Margin\n"
            "14 = 14000, Staff\n");
  EXPECT_EQ(values("| (in millions of dollars) | 2024 | 2025 |\n"
                   "|---|---|---|\n"
                   "| Revenue | 310 | 295 |\n"),
            "310 = 310 million USD, Revenue\n295 = 295 million USD, Revenue\n");
  EXPECT_EQ(values("| Firm | Sales (see note) |\n|---|---|\n| Globex | 310 |\n"), "");
}

TEST(TableReader, BeginsAnewAtTheNextHead) {
  EXPECT_EQ(bound("| Firm | Loss |\n|---|---|\n| Globex | 5% |\n"
                  "| Port | Growth |\n|---|---|\n| Elbonia | 6% |\n"),
            "5%: Loss, of Globex\n6%: Growth, of Elbonia\n");
}

TEST(TableReader, ReadsNoTableInProse) {
  // No head, a line between, another number of cells.
  EXPECT_EQ(bound("Loss | $4 million\nGain | $5 million\n"),
            "$4 million: Loss\n$5 million: Gain\n");
  EXPECT_EQ(bound("Firm | Loss\nSome words.\nGlobex | 5%\n"), "5%: Globex\n");
  EXPECT_EQ(bound("Firm | Loss\nGlobex | 5% | 6% | 7%\n").find("of Loss"),
            std::string::npos);
}

TEST(TableReader, CountsNoRanksAndYears) {
  EXPECT_EQ(bound("| Firm | Rank | Year | Loss ($m) |\n|---|---|---|---|\n"
                  "| Globex | 7 | 2024 | 31 |\n"),
            "31: Loss, of Globex, in 2024\n");
}

TEST(TableReader, TakesLinearTime) {
  std::string line;
  for (int i = 0; i < 100000; ++i) line += "| a 5%. ";
  EXPECT_FALSE(read_figures(line).empty());
  std::string rows = "| Firm | Loss |\n|---|---|\n";
  for (int i = 0; i < 20000; ++i) rows += "| Globex | 5% |\n";
  EXPECT_EQ(read_figures(rows).size(), 20000U);
}

}  // namespace
}  // namespace broadsheet
