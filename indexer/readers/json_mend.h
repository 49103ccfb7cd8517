// Mends JSON of the kinds that careless programs write.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Raw control characters inside strings are escaped, NaN and Infinity become null, lone
// surrogates U+FFFD, bytes that are not UTF-8 are decoded. Nothing when there was nothing
// of the kind. Says in `repairs` what was done.
std::optional<std::string> mend_json(std::string_view bytes,
                                     std::vector<std::string>& repairs);

}  // namespace broadsheet
