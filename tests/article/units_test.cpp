#include "article/units.h"

#include <string>

#include <gtest/gtest.h>

#include "article/nouns.h"

namespace broadsheet {
namespace {

std::string_view name_of(const Unit* unit) {
  return unit == nullptr ? "none" : unit->name;
}

TEST(FindUnit, KnowsFormsAndTheirPlurals) {
  EXPECT_EQ(name_of(find_unit("km")), "kilometre");
  EXPECT_EQ(name_of(find_unit("kilometers")), "kilometre");
  EXPECT_EQ(name_of(find_unit("feet")), "foot");
  EXPECT_EQ(name_of(find_unit("per cent")), "percent");
  EXPECT_EQ(name_of(find_unit("basis points")), "basis point");
  EXPECT_EQ(name_of(find_unit("square metres")), "square metre");
  EXPECT_EQ(name_of(find_unit("swiss francs")), "CHF");
  EXPECT_EQ(name_of(find_unit("dlrs")), "USD");
  EXPECT_EQ(name_of(find_unit("m")), "none");
  EXPECT_EQ(name_of(find_unit("")), "none");
  EXPECT_EQ(name_of(find_unit("jobs")), "none");
}

TEST(FindUnit, TakesLettersAloneOnlyBehindDigits) {
  EXPECT_EQ(name_of(find_short_unit("m")), "metre");
  EXPECT_EQ(name_of(find_short_unit("p")), "penny");
  EXPECT_EQ(name_of(find_short_unit("km")), "none");
}

TEST(FindCurrency, KnowsSymbolsWithAndWithoutCountry) {
  EXPECT_EQ(name_of(find_currency_symbol("$")), "USD");
  EXPECT_EQ(name_of(find_currency_symbol("hk$")), "HKD");
  EXPECT_EQ(name_of(find_currency_symbol("€")), "EUR");
  EXPECT_EQ(name_of(find_currency_symbol("km")), "none");
  EXPECT_EQ(name_of(find_currency_prefix("rm")), "MYR");
  EXPECT_EQ(currency_symbol_length("$5"), 1u);
  EXPECT_EQ(currency_symbol_length("₹5"), 3u);
  EXPECT_EQ(currency_symbol_length("5"), 0u);
  EXPECT_EQ(currency_symbol_length(""), 0u);
}

TEST(SingularNoun, UndoesEnglishPlurals) {
  EXPECT_EQ(singular_noun("roles"), "role");
  EXPECT_EQ(singular_noun("Jobs"), "job");
  EXPECT_EQ(singular_noun("companies"), "company");
  EXPECT_EQ(singular_noun("businesses"), "business");
  EXPECT_EQ(singular_noun("women"), "woman");
  EXPECT_EQ(singular_noun("people"), "people");
  EXPECT_EQ(singular_noun("GPUs"), "GPU");
  EXPECT_EQ(singular_noun("series"), "series");
  EXPECT_EQ(singular_noun("bus"), "bus");
  EXPECT_EQ(singular_noun("houses"), "house");
  EXPECT_EQ(singular_noun("losses"), "loss");
}

}  // namespace
}  // namespace broadsheet
