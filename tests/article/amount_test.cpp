#include "article/amount.h"

#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

std::string round_trip(std::string_view text) {
  const auto amount = parse_amount(text);
  return amount ? to_string(*amount) : "none";
}

TEST(Amount, ReadsAndPrintsPlainDecimals) {
  EXPECT_EQ(round_trip("8000"), "8000");
  EXPECT_EQ(round_trip("-12.50"), "-12.5");
  EXPECT_EQ(round_trip("0.056"), "0.056");
  EXPECT_EQ(round_trip("000"), "0");
  EXPECT_EQ(round_trip("-0.0"), "0");
  EXPECT_EQ(round_trip("45000000000000000000000"), "45000000000000000000000");
  EXPECT_EQ(round_trip("999999999999999999"), "999999999999999999");
}

TEST(Amount, RefusesWhatIsNoDecimalOrDoesNotFit) {
  for (const auto text : {"", "-", ".", "5.", "1.2.3", "1,000", "1e3", " 5", "+5", "--5",
                          "1234567890123456789", "0.1234567890123456789"}) {
    EXPECT_FALSE(parse_amount(text)) << text;
  }
  EXPECT_FALSE(parse_amount("1" + std::string(200, '0')));
  EXPECT_FALSE(make_amount(1, 61));
  EXPECT_FALSE(make_amount(1, -61));
  EXPECT_FALSE(make_amount(std::numeric_limits<std::int64_t>::min()));
}

TEST(Amount, IsOneValueHoweverWritten) {
  EXPECT_EQ(parse_amount("8000"), make_amount(8, 3));
  EXPECT_EQ(parse_amount("0.10"), parse_amount(".1"));
  EXPECT_EQ(make_amount(0, 40), Amount{});
}

TEST(Amount, OrdersByExactValue) {
  const auto at = [](std::string_view text) { return *parse_amount(text); };
  EXPECT_LT(at("0.1"), at("0.11"));
  EXPECT_LT(at("-5"), at("-4.9"));
  EXPECT_LT(at("-1"), at("0"));
  EXPECT_LT(at("0"), at("0.000001"));
  EXPECT_GT(at("1000000000000000000000000"), at("999999999999999999"));
  EXPECT_LT(at("999999999999999998"), at("999999999999999999"));
  EXPECT_LT((Amount{1, -60}), (Amount{1, 60}));
  EXPECT_GT((Amount{-1, -60}), (Amount{-1, 60}));
  EXPECT_TRUE((at("5") <=> at("5.0")) == 0);
}

TEST(Amount, MultipliesExactlyOrRefuses) {
  EXPECT_EQ(multiply(*parse_amount("14.3"), Amount{1, 9}), parse_amount("14300000000"));
  EXPECT_EQ(multiply(*parse_amount("-0.5"), *parse_amount("0.2")), parse_amount("-0.1"));
  EXPECT_FALSE(multiply(Amount{999999999999999999, 0}, Amount{999999999999999999, 0}));
  EXPECT_FALSE(multiply(Amount{1, 60}, Amount{1, 1}));
}

TEST(Amount, DividesSmallNumbersToSixPlaces) {
  EXPECT_EQ(divide(Amount{1, 0}, Amount{4, 0}), parse_amount("0.25"));
  EXPECT_EQ(divide(Amount{2, 0}, Amount{3, 0}), parse_amount("0.6666667"));
  EXPECT_EQ(divide(Amount{1, 0}, Amount{1, 2}), parse_amount("0.01"));
  EXPECT_FALSE(divide(Amount{1, 0}, Amount{}));
}

TEST(Amount, GivesTheNearestDouble) {
  EXPECT_EQ(to_double(*parse_amount("0.1")), 0.1);
  EXPECT_EQ(to_double(*parse_amount("14300000000")), 14.3e9);
}

}  // namespace
}  // namespace broadsheet
