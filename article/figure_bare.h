// Numbers without a unit of their own: which of them are figures, and what unit the
// figures around them lend.
#pragma once

#include <cstddef>
#include <vector>

#include "article/figure_sentence.h"
#include "article/figure_side.h"
#include "article/figure_tokens.h"

namespace broadsheet {

// A plain number that the sentence tells as a value: "the answer is 42", "an average of
// 1500".
bool is_told_as_value(const std::vector<Token>& tokens, const Side& side);

// A plain number that goes on where a figure left off: "435 homes by sale and 187 by
// tender".
bool continues_figure(const std::vector<Token>& tokens, const Side& side,
                      const FigureReading& before);

// A decimal that is the time of day or the version of something.
bool is_clock_or_version(const std::vector<Token>& tokens, std::size_t at);

// "She was 38 when", "aged 41", "at the age of 6".
bool is_told_as_age(const std::vector<Token>& tokens, const Side& side);

// Gives the last reading, if it has no unit, the unit of an earlier one that it can be
// compared with; or an earlier one the unit of the last: "280 million of the 1.5 billion
// shekels".
void lend_unit(const std::vector<Token>& tokens, std::vector<FigureReading>& readings);

}  // namespace broadsheet
