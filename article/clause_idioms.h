// Words that only together say what part of a clause they are.
#pragma once

#include <cstddef>
#include <vector>

#include "article/figure_tokens.h"

namespace broadsheet {

// "equal to", "short of": neither counted nor a subject.
bool is_comparison(const std::vector<Token>& tokens, std::size_t at);

// "at least"
bool is_at_least(const std::vector<Token>& tokens, std::size_t at);

// "in lieu of", "on top of", "to the tune of": links of several words.
bool is_long_link(const std::vector<Token>& tokens, std::size_t at);

// "5 per cent"
bool is_per_cent(const std::vector<Token>& tokens, std::size_t at);

// "loan-to-value": all of it is one word.
bool is_hyphenated(const std::vector<Token>& tokens, std::size_t at);

}  // namespace broadsheet
