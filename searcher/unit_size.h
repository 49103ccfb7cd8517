// How large units are in terms of one another, for comparing figures across scales.
#pragma once

#include <span>
#include <string_view>

#include "article/amount.h"

namespace broadsheet {

struct UnitSize {
  std::string_view name;  // as in article/units
  std::string_view base;  // units of one base compare
  Amount size;            // in the base
};

// Null for a unit that compares with itself alone: currencies, counted nouns, rates.
const UnitSize* unit_size(std::string_view name);

bool units_compare(std::string_view a, std::string_view b);

// "GBP" of "GBP per hour"; other units are their own amount.
std::string_view amount_of_rate(std::string_view unit);

std::span<const UnitSize> unit_sizes();

}  // namespace broadsheet
