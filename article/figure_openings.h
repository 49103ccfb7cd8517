// Which sentences are worth taking apart for figures.
#pragma once

#include <string_view>

namespace broadsheet {

// False when a sentence in lower case surely tells no figure: it has no digit, and no
// word that starts as number words and multiples do. A fifth of the cost of its tokens.
bool may_tell_figure(std::string_view sentence);

}  // namespace broadsheet
