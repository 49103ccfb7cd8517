// UTF-8 at the level of code points: one place that knows what is valid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

inline constexpr char32_t replacement_char = 0xFFFD;

struct CodePoint {
  char32_t value = replacement_char;
  std::size_t length = 1;  // bytes it takes; for invalid bytes what is to be skipped
  bool valid = false;
};

// The code point that starts at `at` (at < text.size()). Overlong forms, surrogates and
// values above U+10FFFF are invalid.
CodePoint code_point_at(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t c);

// Length of the longest prefix of plain ASCII bytes; eight bytes a step.
std::size_t ascii_prefix(std::string_view text);

bool is_valid_utf8(std::string_view text);

// Invalid stretches become U+FFFD. `text` may be shorter than its code points tell.
std::string replace_invalid_utf8(std::string_view text);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

// What the byte means in Windows-1252; the five undefined bytes are C1 controls.
char32_t windows_1252(unsigned char byte);

}  // namespace broadsheet
