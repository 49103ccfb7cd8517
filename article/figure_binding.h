// Ties a figure to the words around it: of whom it is said, when, and how surely. A cheap
// first reading: the nearest name to the left, plain phrases of time, plain verbs.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "article/figure.h"
#include "article/figure_tokens.h"

namespace broadsheet {

// Fills of, period and status of the figure at tokens [first, end).
void bind_figure(const std::vector<Token>& tokens, std::size_t first, std::size_t end,
                 std::string_view text, Figure& figure);

}  // namespace broadsheet
