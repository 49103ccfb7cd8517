// The table. A cent is taken for the hundredth of a US dollar and a penny for that of a
// pound, since they are hardly ever said with another country. Left out: temperatures,
// whose scales start at different places, and what differs by country (ton, gallon).
#include "searcher/unit_size.h"

#include <algorithm>

namespace broadsheet {
namespace {

constexpr UnitSize sizes[] = {
    {"millimetre", "metre", {1, -3}},
    {"centimetre", "metre", {1, -2}},
    {"decimetre", "metre", {1, -1}},
    {"metre", "metre", {1, 0}},
    {"kilometre", "metre", {1, 3}},
    {"micrometre", "metre", {1, -6}},
    {"nanometre", "metre", {1, -9}},
    {"inch", "metre", {254, -4}},
    {"foot", "metre", {3048, -4}},
    {"yard", "metre", {9144, -4}},
    {"mile", "metre", {1609344, -3}},
    {"nautical mile", "metre", {1852, 0}},
    {"square metre", "square metre", {1, 0}},
    {"square kilometre", "square metre", {1, 6}},
    {"square foot", "square metre", {9290304, -8}},
    {"square mile", "square metre", {2589988110336, -6}},
    {"square inch", "square metre", {64516, -8}},
    {"acre", "square metre", {40468564224, -7}},
    {"hectare", "square metre", {1, 4}},
    {"microgram", "gram", {1, -6}},
    {"milligram", "gram", {1, -3}},
    {"gram", "gram", {1, 0}},
    {"kilogram", "gram", {1, 3}},
    {"tonne", "gram", {1, 6}},
    {"megatonne", "gram", {1, 12}},
    {"gigatonne", "gram", {1, 15}},
    {"pound", "gram", {45359237, -5}},
    {"ounce", "gram", {28349523125, -9}},
    {"millilitre", "litre", {1, -3}},
    {"centilitre", "litre", {1, -2}},
    {"litre", "litre", {1, 0}},
    {"cubic centimetre", "litre", {1, -3}},
    {"cubic metre", "litre", {1, 3}},
    {"cubic foot", "litre", {28316846592, -9}},
    {"millisecond", "second", {1, -3}},
    {"second", "second", {1, 0}},
    {"minute", "second", {60, 0}},
    {"hour", "second", {3600, 0}},
    {"day", "second", {86400, 0}},
    {"week", "second", {604800, 0}},
    {"fortnight", "second", {1209600, 0}},
    {"month", "month", {1, 0}},
    {"year", "month", {12, 0}},
    {"decade", "month", {120, 0}},
    {"century", "month", {1200, 0}},
    {"metre per second", "metre per hour", {3600, 0}},
    {"kilometre per hour", "metre per hour", {1000, 0}},
    {"mile per hour", "metre per hour", {1609344, -3}},
    {"knot", "metre per hour", {1852, 0}},
    {"watt", "watt", {1, 0}},
    {"kilowatt", "watt", {1, 3}},
    {"megawatt", "watt", {1, 6}},
    {"gigawatt", "watt", {1, 9}},
    {"terawatt", "watt", {1, 12}},
    {"watt hour", "watt hour", {1, 0}},
    {"kilowatt hour", "watt hour", {1, 3}},
    {"megawatt hour", "watt hour", {1, 6}},
    {"gigawatt hour", "watt hour", {1, 9}},
    {"terawatt hour", "watt hour", {1, 12}},
    {"joule", "joule", {1, 0}},
    {"kilojoule", "joule", {1, 3}},
    {"byte", "byte", {1, 0}},
    {"kilobyte", "byte", {1, 3}},
    {"megabyte", "byte", {1, 6}},
    {"gigabyte", "byte", {1, 9}},
    {"terabyte", "byte", {1, 12}},
    {"petabyte", "byte", {1, 15}},
    {"cent", "USD", {1, -2}},
    {"USD", "USD", {1, 0}},
    {"penny", "GBP", {1, -2}},
    {"GBP", "GBP", {1, 0}},
};

}  // namespace

const UnitSize* unit_size(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(sizes), std::end(sizes),
                   [&](const UnitSize& unit) { return unit.name == name; });
  return found == std::end(sizes) ? nullptr : found;
}

bool units_compare(std::string_view a, std::string_view b) {
  const UnitSize* first = unit_size(a);
  const UnitSize* second = unit_size(b);
  return first != nullptr && second != nullptr && first->base == second->base;
}

std::string_view amount_of_rate(std::string_view unit) {
  return unit.substr(0, unit.find(" per "));
}

std::span<const UnitSize> unit_sizes() {
  return sizes;
}

}  // namespace broadsheet
