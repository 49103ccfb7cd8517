#include "article/c1_controls.h"

#include <array>
#include <cstddef>

#include "article/ascii.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

// Bytes 80 to 9F, from Unicode's mapping table ROMAN.TXT.
constexpr std::array<char16_t, 32> macintosh = {
    0xC4, 0xC5, 0xC7, 0xC9, 0xD1, 0xD6, 0xDC, 0xE1, 0xE0, 0xE2, 0xE4,
    0xE3, 0xE5, 0xE7, 0xE9, 0xE8, 0xEA, 0xEB, 0xED, 0xEC, 0xEE, 0xEF,
    0xF1, 0xF3, 0xF2, 0xF4, 0xF6, 0xF5, 0xFA, 0xF9, 0xFB, 0xFC};

constexpr char32_t apostrophe = 0x2019;

bool is_vowel(char c) {
  return std::string_view("aeiouyh").find(c) != std::string_view::npos;
}

// Letters of Windows-1252 above 7F and below A0.
bool is_high_letter(char32_t c) {
  return c == 0x192 || (c >= 0x152 && c <= 0x178) || c == 0x17D || c == 0x17E;
}

std::size_t letters_before(std::string_view text, std::size_t end) {
  std::size_t count = 0;
  while (count < end && is_lower(text[end - 1 - count]) && count < 3) ++count;
  return count;
}

std::size_t letters_from(std::string_view text, std::size_t start) {
  std::size_t count = 0;
  while (start + count < text.size() && is_lower(text[start + count]) && count < 3) {
    ++count;
  }
  return count;
}

// Apostrophes stand before a vowel (l'ami), before the last one or two letters (we'll),
// or behind the first (o'clock): "tur?stico" has none.
bool is_no_sign(std::string_view text, std::size_t at, char32_t windows) {
  constexpr std::size_t size = 2;  // of a C1 control in UTF-8
  const std::size_t before = letters_before(text, at);
  const std::size_t after = letters_from(text, at + size);
  if (before == 0 || after == 0 || is_high_letter(windows)) return false;
  if (windows != apostrophe) return true;
  return before == 3 && after == 3 && !is_vowel(text[at + size]);
}

}  // namespace

C1Charset c1_charset(std::string_view text) {
  constexpr char lead = '\xC2';
  for (std::size_t at = 0; (at = text.find(lead, at)) != text.npos; ++at) {
    const char32_t c = code_point_at(text, at).value;
    if (c < 0x80 || c > 0x9F) continue;
    const char32_t windows = windows_1252(static_cast<unsigned char>(c));
    if (windows != c && is_no_sign(text, at, windows)) return C1Charset::macintosh;
  }
  return C1Charset::windows_1252;
}

char32_t c1_character(char32_t c, C1Charset charset) {
  return charset == C1Charset::macintosh ? macintosh[c - 0x80]
                                         : windows_1252(static_cast<unsigned char>(c));
}

}  // namespace broadsheet
