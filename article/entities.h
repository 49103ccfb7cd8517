// HTML entities that were left standing in plain text.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// Decodes "&amp;", "&#8217;", "&#x2019;" and the like, also when they were escaped twice.
// Unknown names and lone ampersands stay. True when something was decoded.
bool decode_entities(std::string& text);

}  // namespace broadsheet
