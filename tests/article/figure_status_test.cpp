// How surely a sentence tells its first figure: sentence ==> status.
#include "article/figure_status.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "article/figure_reader.h"

namespace broadsheet {
namespace {

struct Told {
  std::string_view text;
  std::string_view status;  // empty: none
};

void expect_told(const Told& row) {
  const auto found = read_figures(row.text);
  ASSERT_FALSE(found.empty()) << "in: " << row.text;
  const auto& status = found[0].status;
  EXPECT_EQ(status ? to_string(*status) : "", row.status) << "in: " << row.text;
}

TEST(FindStatus, TellsWhatIsPlanned) {
  constexpr Told rows[] = {{"Acme plans to close 40 stores", "planned"},
                           {"Acme will close 40 stores in May", "planned"},
                           {"Acme to close 40 stores", "planned"},
                           {"The mill is to close 40 stores", "planned"},
                           {"Acme expects sales of $7 billion", "planned"},
                           {"Acme said it plans to close 40 stores", "planned"},
                           {"About 40 stores are expected to close", "planned"},
                           {"About 40 stores will close", "planned"},
                           {"Its guidance for the year is $7 billion", "planned"},
                           {"It announced a planned $7 billion plant", "planned"},
                           {"It announced 40 planned closures", "planned"}};
  for (const Told& row : rows) expect_told(row);
}

TEST(FindStatus, TellsWhatIsEstimated) {
  constexpr Told rows[] = {{"An estimated 340 people marched", "estimated"},
                           {"The repair is estimated at $9 million", "estimated"},
                           {"The bank estimates that 300 people left", "estimated"},
                           {"The vase is believed to have cost $9 million", "estimated"}};
  for (const Told& row : rows) expect_told(row);
}

TEST(FindStatus, TellsWhatIsDenied) {
  constexpr Told rows[] = {
      {"Acme denied that it paid $9 million", "denied"},
      {"Acme denied paying $9 million", "denied"},
      {"Acme has no plans to close 40 stores", "denied"},
      {"It is not true that 40 stores closed, the mayor said", "denied"},
      {"The agency denied 40 applications", ""}};
  for (const Told& row : rows) expect_told(row);
}

TEST(FindStatus, TellsWhatIsRumoured) {
  constexpr Told rows[] = {
      {"Acme reportedly paid $9 million", "rumoured"},
      {"Acme is said to have paid $9 million", "rumoured"},
      {"Acme paid $9 million, according to people familiar with the matter", "rumoured"},
      {"Acme paid $9 million, a person briefed on the talks said", "rumoured"},
      {"In 40 of the stores, a clerk reportedly left", ""}};
  for (const Told& row : rows) expect_told(row);
}

TEST(FindStatus, TellsWhatSomebodySaid) {
  constexpr Told rows[] = {{"Acme said it closed 40 stores", "said"},
                           {"Acme closed 40 stores, the firm said", "said"},
                           {"Acme closed 40 stores, according to the mayor", "said"},
                           {"Forty stores closed, and those who said so left", ""}};
  for (const Told& row : rows) expect_told(row);
}

TEST(FindStatus, StaysWithinTheClause) {
  constexpr Told rows[] = {{"Acme closed 40 stores", ""},
                           {"Acme, which plans to build a mill, closed 40 stores", ""},
                           {"Acme plans a mill and closed 40 stores last year", ""},
                           {"Acme will close after it lost $9 million", ""},
                           {"Acme will close a town that has 900 people", ""},
                           {"Acme will spend the $9 million it has", ""},
                           {"Growth was slower than expected at 3%", ""},
                           {"The episodes are set to 12-tone music", ""},
                           {"The plan cost $9 million", ""},
                           {"Will Doe paid $9 million", ""},
                           {"Acme will not close 40 stores", ""}};
  for (const Told& row : rows) expect_told(row);
}

TEST(FindStatus, TakesLinearTimeOverASentenceOfFigures) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "is said to be 5% and ";
  EXPECT_EQ(read_figures(text).size(), 20000U);
}

}  // namespace
}  // namespace broadsheet
