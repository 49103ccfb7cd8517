// Values of JSON one behind the other without a list around them, which is how programs
// print them one at a time.
#pragma once

#include <string_view>

namespace broadsheet {

// The value that `text` begins with, told by its brackets; all of it when they do not
// close.
std::string_view first_value(std::string_view text);

// Without the blanks, the comma or the sign that parts it from the value before.
std::string_view without_joint(std::string_view text);

}  // namespace broadsheet
