// Rarer ways to write a number: spoken decimals ("two point five"), powers of ten
// ("3.2×10−5") and money counted in scaled codes ("MUSD").
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "article/amount.h"
#include "article/figure_tokens.h"
#include "article/units.h"

namespace broadsheet {

struct NumberForm {
  Amount value;
  std::size_t end = 0;  // index of the token after it
};

// The number whose whole part `whole` ends before token `at`, where "point" stands.
std::optional<NumberForm> read_spoken_decimal(const std::vector<Token>& tokens,
                                              const Amount& whole, std::size_t at);

// The number that ends before token `at`, times the power of ten or two that stands
// there: "x 10^6", "x2^10".
std::optional<NumberForm> read_power(const std::vector<Token>& tokens,
                                     const Amount& number, std::size_t at);

// "1/2": small numbers only, the first smaller; "24/7" and "9/11" are none, nor is "7/20"
// without what it is a part of.
std::optional<NumberForm> read_ratio(const std::vector<Token>& tokens, std::size_t at);

// "MUSD", "KEUR": a scale and a code of a currency in one word.
struct ScaledCode {
  const Unit* currency = nullptr;
  int exponent = 0;
};
std::optional<ScaledCode> read_scaled_code(const Token& word);

}  // namespace broadsheet
