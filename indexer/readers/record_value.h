// Names in a field of a table that was filled from structured data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// `["Ann Lee", "Bo Chan"]`, `{"id": "x", "name": "Gazette"}`, and the same as Python
// prints it ==> the names; any other text is its own name. "null" and "[]" are none.
std::vector<std::string> names_in_field(std::string_view text);

}  // namespace broadsheet
