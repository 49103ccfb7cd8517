// A figure in a few words, for lists.
#pragma once

#include <string>

#include "searcher/results.h"

namespace broadsheet {

// As printed, with what it counts where that is not printed with it: "about 600 (AI
// role)", "$5 billion (revenue)".
std::string figure_label(const FigureInContext& figure);

// What is counted in at most four words, without what it is "of", "from" or "in"; empty
// when the printed form says it already.
std::string short_thing(const Figure& figure, std::string_view printed);

}  // namespace broadsheet
