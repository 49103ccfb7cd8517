// Diacritics are folded where readers take the letter for the same: Latin, Greek, Hebrew
// points and Arabic vowel signs. Elsewhere a mark is a letter of its own: Devanagari and
// Thai vowels, the dots of kana, Cyrillic й.
#include "article/letter_folding.h"

#include <array>
#include <optional>
#include <string_view>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include "article/utf8.h"

namespace broadsheet {
namespace {

bool is_between(UChar32 c, UChar32 first, UChar32 last) {
  return first <= c && c <= last;
}

// Letters that have no decomposition, and for which people type others.
std::optional<std::string_view> other_letters(char32_t c) {
  switch (c) {
    case U'ß':
    case U'ẞ':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ø':
      return "o";
    case U'đ':
    case U'ð':
      return "d";
    case U'þ':
      return "th";
    case U'ł':
      return "l";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'ё':
      return "е";
    case U'ى':  // alef maksura and the Persian yeh
    case U'ی':
      return "ي";
    case U'ک':
      return "ك";
    case U'ة':
      return "ه";
    case U'ـ':  // only stretches the word
      return "";
  }
  return std::nullopt;
}

// Cyrillic and kana letters with a sign are letters; ICU would take them apart, and
// Korean syllables too.
bool is_whole(UChar32 c) {
  return is_between(c, 0x400, 0x52F) || is_between(c, 0x3040, 0x30FF) ||
         is_between(c, 0xAC00, 0xD7A3);
}

// Accents, Hebrew points and Arabic vowel signs; the marks of kana are no accents.
bool is_diacritic(UChar32 c) {
  if (!is_mark(c) || c == 0x3099 || c == 0x309A) return false;
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(c, &status);
  return script == USCRIPT_INHERITED || script == USCRIPT_HEBREW ||
         script == USCRIPT_ARABIC || script == USCRIPT_SYRIAC || script == USCRIPT_COMMON;
}

// Decomposes, drops the diacritics, lowers the rest: "É" ==> "e", "ﬁ" ==> "fi".
void append_decomposed(std::string& out, UChar32 c) {
  static const UNormalizer2* nfkd = [] {
    UErrorCode status = U_ZERO_ERROR;
    return unorm2_getNFKDInstance(&status);
  }();
  std::array<UChar, 32> parts{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t n =
      nfkd ? unorm2_getDecomposition(nfkd, c, parts.data(), 32, &status) : -1;
  if (n < 0 || U_FAILURE(status)) {
    if (!is_diacritic(c)) append_utf8(out, lower_letter(c));
    return;
  }
  for (std::int32_t i = 0; i < n;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, n, part);
    if (!is_diacritic(part)) append_utf8(out, lower_letter(part));
  }
}

}  // namespace

char32_t lower_letter(UChar32 c) {
  return c == 0x3C2 ? 0x3C3 : static_cast<char32_t>(u_tolower(c));
}

bool is_mark(UChar32 c) {
  return c >= 0x300 && (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

void append_folded(std::string& out, UChar32 c) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return;
  }
  const char32_t small = lower_letter(c);
  if (const auto others = other_letters(small)) {
    out += *others;
  } else if (is_whole(c)) {
    append_utf8(out, small);
  } else {
    append_decomposed(out, c);
  }
}

std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  std::string out;
  nfc->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  return U_FAILURE(status) ? text : out;
}

}  // namespace broadsheet
