// Units as data: currencies, measures, and what a rate may be "per". A new unit is a row.
// Sizes of units in terms of one another are left out until figures are compared.
#pragma once

#include <optional>
#include <string_view>

namespace broadsheet {

struct Unit {
  std::string_view name;       // as it leaves the program: "USD", "kilometre"
  std::string_view dimension;  // "money", "length", ...
  std::string_view forms;      // written forms in lower case, parted by '|'
};

// By its whole written form in lower case, words joined by one space ("square metres").
const Unit* find_unit(std::string_view form);

// Abbreviations that mean a unit only when they follow the digits: "5m", "20g", "3 h".
const Unit* find_short_unit(std::string_view form);

// By a symbol, with or without its country: "$", "US$", "£".
const Unit* find_currency_symbol(std::string_view symbol);

// By a code or letters that may stand glued before digits: "usd", "rm", "rs".
const Unit* find_currency_prefix(std::string_view letters);

// The longest symbol of a currency at the start of `text`; 0 when there is none.
std::size_t currency_symbol_length(std::string_view text);

}  // namespace broadsheet
