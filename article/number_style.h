// How a text writes its numbers: "1,234.5" or "1.234,5".
#pragma once

#include <string_view>

namespace broadsheet {

enum class NumberStyle : unsigned char { english, continental };

// Told by the small words of the text, in ASCII lower case; English when in doubt.
NumberStyle number_style(std::string_view lower);

}  // namespace broadsheet
