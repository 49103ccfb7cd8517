// The order matters: bytes become valid UTF-8, entities become characters (they may hide
// mojibake), mojibake is undone, and only then are invisible characters dropped, because
// C1 controls and no-break spaces are part of what mojibake looks like. Plain ASCII is
// looked at once and copied.
#include "article/text_repair.h"

#include <array>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "article/ascii.h"
#include "article/c1_controls.h"
#include "article/entities.h"
#include "article/mojibake.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

// What a first look at the text found; each flag buys one pass.
struct Findings {
  bool ampersand = false;
  bool unclean = false;  // something clean() would change
  bool thai = false;
  bool mojibake = false;  // two characters beyond ASCII side by side, or an odd lead
  bool uncomposed = false;
};

bool is_odd_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

bool is_dropped_control(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

// Characters that take no room, and those that turn the direction of what follows: with
// these a title can be made to read as another. The joiners and the marks between
// right-to-left words are decided by their neighbours.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x180E || c == 0x200B ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE ||
         (c >= 0xFFF9 && c <= 0xFFFB);
}

bool is_direction_mark(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x61C;
}

bool is_right_to_left(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

bool wants_cleaning(char32_t c) {
  return is_dropped_control(c) || (c >= 0x80 && c <= 0xA0) || is_odd_space(c) ||
         is_invisible(c) || is_joiner(c) || is_direction_mark(c) || c == 0x2028 ||
         c == 0x2029;
}

// ASCII that needs nothing; the table keeps the scan at memory speed.
constexpr auto plain_ascii = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = c != '&';
  plain['\n'] = plain['\t'] = true;
  return plain;
}();

void look_at(char32_t c, bool beside, Findings& found) {
  found.ampersand = found.ampersand || c == '&';
  found.unclean = found.unclean || wants_cleaning(c);
  found.thai = found.thai || (c >= 0x0E00 && c <= 0x0E7F);
  found.mojibake = found.mojibake || c == 0xC3 || (c >= 0x80 && beside);
  found.uncomposed = found.uncomposed || (c >= 0x300 && !(c >= 0x2000 && c <= 0x20CF));
}

Findings findings_of(std::string_view text) {
  Findings found;
  std::size_t end_of_last = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    if (plain_ascii[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    look_at(c.value, at == end_of_last, found);
    at += c.length;
    if (c.value >= 0x80) end_of_last = at;
  }
  return found;
}

// A joiner shapes Arabic, Indic scripts and emoji; elsewhere it is debris.
bool keeps_joiner(char32_t before) {
  return (before >= 0x590 && before < 0x2000) || (before >= 0x2190 && before < 0x2C00) ||
         (before >= 0xA800 && before < 0xAC00) || is_right_to_left(before) ||
         before == 0xFE0F || before >= 0x1F000;
}

// `after` is a byte: D6 to DF lead the right-to-left scripts.
bool keeps_direction_mark(char32_t before, char32_t after) {
  return is_right_to_left(before) || (after >= 0xD6 && after <= 0xDF);
}

struct Cleaned {
  std::string text;
  C1Charset c1 = C1Charset::windows_1252;
  bool dropped = false;
  bool c1_read = false;
};

void clean_control(char32_t c, Cleaned& out) {
  const char32_t meant = c1_character(c, out.c1);
  if (meant != c) append_utf8(out.text, meant);
  (meant != c ? out.c1_read : out.dropped) = true;
}

void clean_char(char32_t c, char32_t before, char32_t after, Cleaned& out) {
  if (c == '\r') {
    if (after != '\n') out.text += '\n';
  } else if (c == '\f' || c == 0x2028 || c == 0x2029) {
    out.text += '\n';
  } else if (c == '\v' || is_odd_space(c)) {
    out.text += ' ';
  } else if (c >= 0x80 && c < 0xA0) {
    clean_control(c, out);
  } else if (is_dropped_control(c) || is_invisible(c) ||
             (is_joiner(c) && !keeps_joiner(before)) ||
             (is_direction_mark(c) && !keeps_direction_mark(before, after))) {
    out.dropped = true;
  } else {
    append_utf8(out.text, c);
  }
}

Cleaned clean(std::string_view text) {
  Cleaned out;
  out.text.reserve(text.size());
  out.c1 = c1_charset(text);
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.length;
    const char32_t after = at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    clean_char(c.value, before, after, out);
    before = c.value;
  }
  return out;
}

bool compose(std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(text, status) || U_FAILURE(status)) {
    return false;
  }
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  if (U_FAILURE(status)) return false;
  text = std::move(composed);
  return true;
}

}  // namespace

Repaired repair_text(std::string_view text) {
  Repaired out;
  if (is_valid_utf8(text)) {
    out.text = text;
  } else {
    out.text = replace_invalid_utf8(text);
    out.repairs.emplace_back("replaced invalid UTF-8");
  }
  Findings found = findings_of(out.text);
  if (found.ampersand && decode_entities(out.text)) {
    out.repairs.emplace_back("decoded HTML entities");
    found = findings_of(out.text);
  }
  if (found.mojibake) {
    if (const auto charset = undo_mojibake(out.text)) {
      out.repairs.push_back("undid UTF-8 read as " + std::string(*charset));
      found = findings_of(out.text);
    }
  }
  if (found.thai && undo_thai_scars(out.text)) {
    out.repairs.emplace_back("undid UTF-8 read as iso-8859-11, with losses");
  }
  if (found.unclean) {
    Cleaned cleaned = clean(out.text);
    out.text = std::move(cleaned.text);
    if (cleaned.c1_read) {
      const bool mac = cleaned.c1 == C1Charset::macintosh;
      out.repairs.push_back(std::string("read control characters as ") +
                            (mac ? "macintosh" : "windows-1252"));
    }
    if (cleaned.dropped) out.repairs.emplace_back("dropped invisible characters");
  }
  if (found.uncomposed && compose(out.text)) out.repairs.emplace_back("composed accents");
  return out;
}

}  // namespace broadsheet
