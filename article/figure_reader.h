// Reads the figures of a text. The scan of stories and the query parser call the same
// function, so that a figure found in a text and printed finds its story when asked.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "article/figure.h"

namespace broadsheet {

// All figures in order of appearance, spans not overlapping, `span` and `sentence`
// filled. Dates, years, clock times, ordinals, scores, names with digits, phone numbers
// and list numbering are not figures. Linear in the length of the text; total.
std::vector<Figure> read_figures(std::string_view text);

// The whole text as one figure ("$45-50 billion", "8K", "more than 5,000 jobs"),
// surrounding space allowed; nothing when it is something else or more than that.
std::optional<Figure> read_figure(std::string_view text);

}  // namespace broadsheet
