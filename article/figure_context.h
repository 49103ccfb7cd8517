// Numbers that are no figures: dates, years, clock times, ordinals, scores, phone
// numbers, list numbers and parts of names. Looks only at the tokens next to the number.
#pragma once

#include <cstddef>
#include <vector>

#include "article/figure_tokens.h"
#include "article/number_reader.h"

namespace broadsheet {

enum class UnitKind { none, measure, money, counted };

struct Candidate {
  std::size_t first = 0;   // the number's first token, sign of currency included
  std::size_t number = 0;  // its first token
  std::size_t number_end = 0;
  std::size_t end = 0;  // past its unit
  UnitKind kind = UnitKind::none;
  bool range = false;
  bool bounded = false;     // words such as "more than" stand before it
  bool line_start = false;  // tokens begin a line
};

bool is_no_figure(const std::vector<Token>& tokens, const Candidate& candidate,
                  const Number& number);

// 1900 to 2099 in four plain digits.
bool looks_like_year(const Token& token);

}  // namespace broadsheet
