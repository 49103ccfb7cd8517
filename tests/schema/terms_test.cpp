#include "schema/terms.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "article/figure_reader.h"
#include "schema/fields.h"

namespace broadsheet {
namespace {

int day(int y, unsigned m, unsigned d) {
  return first_day(*make_date(y, m, d));
}

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& term) {
    return std::find(b.begin(), b.end(), term) != b.end();
  });
}

TEST(Term, NeverExceedsXapiansLimit) {
  const std::string a = term("XO", std::string(5000, 'a'));
  const std::string b = term("XO", std::string(5000, 'a') + "b");
  EXPECT_LE(a.size(), 245u);
  EXPECT_NE(a, b) << "two long names stay two";
}

TEST(DateTerms, AreAsPreciseAsTheDate) {
  EXPECT_EQ(date_terms(make_date(2026, 4, 24)),
            (std::vector<std::string>{"Y2026", "M202604", "D20260424"}));
  EXPECT_EQ(date_terms(make_date(2026, 4)),
            (std::vector<std::string>{"Y2026", "M202604"}));
  EXPECT_EQ(date_terms(std::nullopt), (std::vector<std::string>{"Yunknown"}));
}

TEST(DateRange, UsesWholeYearsAndMonthsWhereTheyFit) {
  EXPECT_EQ(date_range_terms(day(2025, 12, 30), day(2027, 1, 31)),
            (std::vector<std::string>{"D20251230", "D20251231", "Y2026", "M202701"}));
}

TEST(DateRange, HoldsExactlyTheDaysInside) {
  const auto range = date_range_terms(day(2024, 2, 27), day(2025, 3, 2));
  for (int d = day(2024, 1, 1); d <= day(2025, 12, 31); ++d) {
    const bool inside = d >= day(2024, 2, 27) && d <= day(2025, 3, 2);
    EXPECT_EQ(meet(date_terms(date_of_day(d)), range), inside)
        << to_string(date_of_day(d));
  }
}

TEST(DateRange, IsBoundedForOpenEnds) {
  EXPECT_LT(date_range_terms(-400000, 100000).size(), 1300u);
  EXPECT_TRUE(date_range_terms(5, 4).empty());
}

// The buckets of a range must hold every figure inside it: a plain comparison settles it.
TEST(Buckets, LoseNoFigureOfTheRange) {
  const char* values[] = {"-5",  "0",   "0.004", "0.5",  "1",    "9.99", "10",
                          "599", "600", "5000",  "8000", "45e9", "5e10", "123456789"};
  std::vector<Amount> amounts;
  for (const std::string text : values) {
    if (const auto e = text.find('e'); e != std::string::npos) {
      amounts.push_back(
          *make_amount(std::stoll(text.substr(0, e)), std::stoi(text.substr(e + 1))));
    } else {
      amounts.push_back(*parse_amount(text));
    }
  }
  for (const Amount& low : amounts) {
    for (const Amount& high : amounts) {
      const auto range = bucket_range_terms(low, high);
      for (const Amount& value : amounts) {
        Figure figure;
        figure.low = figure.high = value;
        if (low <= value && value <= high) {
          EXPECT_TRUE(meet(bucket_terms(figure), range))
              << to_string(value) << " in " << to_string(low) << ".." << to_string(high);
        }
      }
    }
  }
}

TEST(Buckets, KeepFarValuesApart) {
  Figure figure;
  figure.low = figure.high = *make_amount(600);
  EXPECT_FALSE(
      meet(bucket_terms(figure), bucket_range_terms(make_amount(5000), std::nullopt)));
  EXPECT_FALSE(
      meet(bucket_terms(figure), bucket_range_terms(std::nullopt, make_amount(500))));
}

TEST(ValueTerms, AreOneForAllSpellings) {
  for (const char* text : {"8,000", "8000", "8K", "eight thousand"}) {
    const auto figure = read_figure(text);
    ASSERT_TRUE(figure) << text;
    EXPECT_EQ(value_terms(*figure), (std::vector<std::string>{"XV8000"})) << text;
  }
}

TEST(EncodeDay, SortsAsTheDaysDo) {
  for (const int d : {-400000, -1, 0, 1, 20000, 100000}) {
    EXPECT_EQ(decode_day(encode_day(d)), d);
    EXPECT_LT(encode_day(d), encode_day(d + 1));
  }
  EXPECT_EQ(decode_day(""), std::nullopt);
}

TEST(StopWords, AreInOrderForTheSearch) {
  EXPECT_TRUE(is_stop_word("a"));
  EXPECT_TRUE(is_stop_word("their"));
  EXPECT_TRUE(is_stop_word("your"));
  EXPECT_FALSE(is_stop_word("layoffs"));
}

TEST(Stemmer, LeavesNumbersAndShortWordsAlone) {
  Stemmer stem;
  EXPECT_EQ(stem("layoffs"), stem("layoff"));
  EXPECT_EQ(stem("8000"), "8000");
  EXPECT_EQ(stem("us"), "us");
}

TEST(Fields, HaveNamesOfTheirOwnAndAnExample) {
  std::vector<std::string_view> names;
  for (const Field& field : fields()) {
    EXPECT_EQ(field_named(field.name), &field) << field.name;
    EXPECT_FALSE(field.description.empty()) << field.name;
    EXPECT_FALSE(field.example.empty()) << field.name;
    names.push_back(field.name);
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::unique(names.begin(), names.end()), names.end());
  EXPECT_EQ(field_named("headline"), field_named("title"));
  EXPECT_EQ(field_named("nonsense"), nullptr);
}

TEST(OtherNames, LeadFromOneToTheOther) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(other_names("the capital expenditures of 2026 "), Names{"capex"});
  EXPECT_EQ(other_names("its capex guidance "), Names{"capital expenditure"});
  EXPECT_EQ(other_names("capital spending "), Names{"capex"});
  EXPECT_EQ(other_names("gross domestic product grew "), Names{"gdp"});
  EXPECT_EQ(other_names("the capexperts "), Names());
  EXPECT_EQ(other_names(""), Names());
}

}  // namespace
}  // namespace broadsheet
