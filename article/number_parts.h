// Small questions the reader of numbers asks: what a part is a part of, and words that
// only look like numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "article/amount.h"
#include "article/figure_tokens.h"

namespace broadsheet {

// "half an hour", "a quarter of a percentage point", "half-mile": whether a measure that
// can be divided stands at `at`, behind the article or (`glued`) a hyphen. A "half-year"
// is a period.
bool is_divided_measure(const std::vector<Token>& tokens, std::size_t at, bool glued);

// Past "of a", "an" or "of a US" behind a part, where a measure follows; else 0.
std::size_t divided_at(const std::vector<Token>& tokens, std::size_t at);

// "cost a dollar a day", "less than a euro": the article at `at` counts one coin. Not so
// in "a dollar bill" and "against a dollar".
bool is_one_coin(const std::vector<Token>& tokens, std::size_t at);

// "test scores of admitted students": the word before makes "scores" no crowd.
bool is_kind_of_score(std::string_view word);

// A whole number and its part: "2 1/2".
std::optional<Amount> add_part(const Amount& whole, const Amount& part);

}  // namespace broadsheet
