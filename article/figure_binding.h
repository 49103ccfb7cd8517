// Ties figures to the words around them: what they count, of whom, when, and how surely.
#pragma once

#include <string_view>
#include <vector>

#include "article/figure_sentence.h"
#include "article/figure_tokens.h"

namespace broadsheet {

// Fills counts, of, period and status of the figures of one sentence.
void bind_figures(const std::vector<Token>& tokens, std::string_view text,
                  std::vector<FigureReading>& readings);

}  // namespace broadsheet
