// Bytes of a named charset to Unicode. ICU knows the charsets; what is added here is that
// nothing stops at a broken byte and nothing is larger than it may be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// Broken bytes become U+FFFD. Nothing when the charset is unknown or the text too large.
std::optional<std::u16string> decode_wide(std::string_view bytes,
                                          const std::string& charset);

// The same as UTF-8. Where an old standard and its later extension read a cell
// differently (the wave dash of Shift_JIS), a text that keeps to the standard is read by
// the standard.
std::optional<std::string> decode_charset(std::string_view bytes,
                                          const std::string& charset);

}  // namespace broadsheet
