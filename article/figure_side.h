// One side of a figure: "$45 billion", "16 weeks", "600". Currency, number and measure,
// before ranges, bounds and counted nouns are looked at.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "article/figure_tokens.h"
#include "article/number_reader.h"
#include "article/unit_reader.h"

namespace broadsheet {

struct Side {
  std::size_t first = 0;  // with the sign of currency
  std::size_t at = 0;     // the number
  std::size_t end = 0;    // past the unit
  Number number = {};
  std::optional<UnitReading> unit = {};
  bool prefix = false;    // the currency stands before the number
  bool negative = false;  // "$-5": the minus stands behind the currency
};

struct SideContext {
  std::size_t done = 0;  // tokens before this one belong to another figure
  bool money = false;    // the other side of the range is money
  bool between = false;  // "and" joins no number
};

std::optional<Side> read_side(const std::vector<Token>& tokens, std::size_t at,
                              const SideContext& context);

// "one in five", "3 out of 4": the side as a fraction of what follows.
std::optional<Side> read_one_in(const std::vector<Token>& tokens, const Side& side);

// "5, 7 and 9 percent": gives the first the unit at the end of its list.
void share_list_unit(const std::vector<Token>& tokens, Side& side);

// "- to", "and" after "between", a dash: what makes a range of two sides. Gives the
// second side and lends the first what was said only once. `from` tells that "from"
// stands before.
std::optional<Side> read_range(const std::vector<Token>& tokens, Side& low, bool between,
                               bool from);

}  // namespace broadsheet
