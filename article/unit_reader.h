// Reads what stands behind a number: a measure, a currency, percent, an age, a rate, or
// the noun that is counted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/figure_tokens.h"
#include "article/number_reader.h"

namespace broadsheet {

struct UnitReading {
  std::string unit;
  std::string dimension;
  std::optional<std::string> counts;  // of counted nouns: the whole phrase
  std::size_t end = 0;                // index of the token after it
};

// The measure or currency at token `at`, right behind the number, with its rate.
std::optional<UnitReading> read_measure(const std::vector<Token>& tokens, std::size_t at,
                                        const Number& number);

// The noun counted by the number before token `at`: "600 AI roles". `text` is what the
// tokens' spans point into.
std::optional<UnitReading> read_counted(const std::vector<Token>& tokens, std::size_t at,
                                        const Number& number, std::string_view text);

// "(0.5 WAR)": a measure of some trade behind a decimal.
std::optional<UnitReading> read_initials(const std::vector<Token>& tokens, std::size_t at,
                                         std::string_view text);

// What a measure or percentage is of: "16 weeks of base pay" counts "base pay". Moves the
// end only for a rate behind it: "2 million gallons of fuel a year".
void read_substance(const std::vector<Token>& tokens, UnitReading& reading,
                    std::string_view text);

// Adds "a barrel", "per week", "/day" behind a unit.
void read_rate(const std::vector<Token>& tokens, UnitReading& reading);

}  // namespace broadsheet
