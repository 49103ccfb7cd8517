// Reads one number from the tokens of a sentence: digits, number words, scales, fractions
// and orders of magnitude ("dozens"). Knows nothing of units, bounds or ranges.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "article/amount.h"
#include "article/figure_tokens.h"

namespace broadsheet {

struct Number {
  Amount low = {};
  Amount high = {};     // differs from low for crowds only: "dozens" is 12 to 120
  Amount bare = {};     // low without its scale: the 45 of "45 billion"
  Amount factor{1, 0};  // the scale: 10^9
  std::size_t end = 0;  // index of the token after it
  bool words = false;   // begins with a number word
  bool scaled = false;  // has a scale word or letter
  bool crowd = false;
  bool fraction = false;  // "two-thirds", "1/2"
  bool digits = false;    // one token of digits and nothing else
};

// Whether a number can begin at a token; cheap.
bool may_begin_number(const Token& token);

// The number that begins at token `at`. After a currency sign the letters m, b and t are
// scales. In "between one hundred and two hundred" (`between`) "and" joins no number.
std::optional<Number> read_number(const std::vector<Token>& tokens, std::size_t at,
                                  bool money, bool between);

}  // namespace broadsheet
