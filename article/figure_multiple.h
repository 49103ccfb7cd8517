// Figures without a number: "doubled", "threefold", "mid-single-digit percentage".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "article/figure.h"
#include "article/figure_tokens.h"

namespace broadsheet {

struct Multiple {
  std::string_view word;
  Amount value;
  std::optional<Direction> direction;
};

// The factor the word at token `at` stands for, or nullptr. "Double" and "twice" are
// factors only where something is compared: "more than double", "twice as many".
const Multiple* find_multiple(const std::vector<Token>& tokens, std::size_t at);

// "low-single-digit growth" is 1 to 3 percent, "double-digit percentage" 10 to 99.
struct VagueDigits {
  Amount low;
  Amount high;
  std::size_t end = 0;
};

std::optional<VagueDigits> read_vague_digits(const std::vector<Token>& tokens,
                                             std::size_t at);

}  // namespace broadsheet
