// The grammar of figures over the tokens of one sentence.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "article/figure.h"
#include "article/figure_tokens.h"

namespace broadsheet {

// A figure and the tokens it was read from.
struct FigureReading {
  Figure figure;
  std::size_t first = 0;
  std::size_t end = 0;
};

// The figures in order; span is filled, sentence is not. `text` is what the tokens' spans
// point into, `line_start` tells that they begin a line. `whole`: the text is said to be
// a figure, so that nothing around a number can deny it.
std::vector<FigureReading> read_sentence(const std::vector<Token>& tokens,
                                         std::string_view text, bool line_start,
                                         bool whole);

// Sets the ends that the bound leaves closed: a point below "more than" has no high end.
void set_ends(Figure& figure, Amount low, Amount high);

}  // namespace broadsheet
