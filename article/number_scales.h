// Which words and letters behind a number are its scale: "3.9m users", "5 millions".
#pragma once

#include <cstddef>
#include <vector>

#include "article/figure_tokens.h"

namespace broadsheet {

// Whether the letter k, m, b or t at token `at` is a scale; `money` tells that the number
// stands behind a sign of currency.
bool letter_is_scale(const std::vector<Token>& tokens, std::size_t at, bool money);

// "millions" behind digits is the scale of other languages: "5 millions d'euros".
bool is_plural_scale(const Token& word);

}  // namespace broadsheet
