// The language of a story as an ISO 639-1 code ("en").
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

// "en-US", "EN_us", "eng", "English" ==> "en"; languages without a code of two letters
// keep their three ("fil"). Nothing for what is no language.
std::optional<std::string> language_code(std::string_view declared);

// What the text is written in, checked against what was declared: sites often declare the
// language of their template. The text decides when it is long enough to be sure; else
// the declared one stands; unknown stays nothing.
std::optional<std::string> language_of(std::string_view text, std::string_view declared);

}  // namespace broadsheet
