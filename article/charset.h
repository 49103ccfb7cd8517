// Which charset some bytes are in, when they are not UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The name a page or feed gives itself, lower case: its XML declaration or the first real
// <meta> (not one inside a comment or a script). Empty when it gives none.
std::string named_charset(std::string_view bytes);

// The charset browsers mean by a name: "iso-8859-1" is windows-1252.
std::string meant_charset(std::string_view name);

// UTF-16 or UTF-32 without a byte order mark, told by where the zero bytes stand, or a
// seven-bit charset (ISO-2022, HZ), told by its escapes; else empty. These come before
// the question whether it is UTF-8, because the latter are plain ASCII to it.
std::string charset_by_form(std::string_view bytes);

// The charset in which the bytes read most like a text: each is tried on the words that
// are not ASCII. Empty when there are none. Time is bounded, however large the file.
std::string charset_by_reading(std::string_view bytes);

}  // namespace broadsheet
