// An exact decimal: what a figure is worth, without the rounding of doubles, so
// that 0.1 is 0.1 and "8,000", "8K" and "eight thousand" are the same value.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// value = mantissa * 10^exponent, normalised: the mantissa has no trailing zero and
// zero is {0, 0}. |mantissa| < 10^18 and |exponent| <= 60; what does not fit is
// refused by the functions that make Amounts (they return nothing).
struct Amount {
  std::int64_t mantissa = 0;
  int exponent = 0;

  friend bool operator==(const Amount&, const Amount&) = default;
};

// Normalises; nothing when the value does not fit.
std::optional<Amount> make_amount(std::int64_t mantissa, int exponent = 0);

// Reads a plain decimal such as "-12.50" or "8000" (ASCII digits, one point, no
// grouping); the whole text must be one.
std::optional<Amount> parse_amount(std::string_view text);

// Exact order by value.
std::strong_ordering operator<=>(const Amount& a, const Amount& b);

std::optional<Amount> multiply(const Amount& a, const Amount& b);
// Rounded to seven places where it has to be; for small whole numbers (below 10^6), as in
// "two-thirds". Nothing for others and for division by zero.
std::optional<Amount> divide(const Amount& a, const Amount& b);
Amount negate(const Amount& a);

// Plain decimal without exponent: "45000000000", "0.056", "-3".
std::string to_string(const Amount& amount);
double to_double(const Amount& amount);

}  // namespace broadsheet
