// Single files out of a zip that is in memory, for formats that are zips.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// The member of that name, unpacked; nothing when it is not there, broken, or larger than
// `limit` bytes.
std::optional<std::string> zip_member(std::string_view zip, std::string_view name,
                                      std::size_t limit);

}  // namespace broadsheet
