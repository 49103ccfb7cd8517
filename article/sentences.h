// Splits a text into sentences. Lines are paragraphs: a sentence never crosses one.
#pragma once

#include <string_view>
#include <vector>

#include "article/span.h"

namespace broadsheet {

// Non-empty, in order, trimmed of space; together they hold every non-space byte.
// Knows abbreviations ("Nov. 21", "U.S. ", "Inc.", initials) and decimal points.
std::vector<Span> split_sentences(std::string_view text);

}  // namespace broadsheet
