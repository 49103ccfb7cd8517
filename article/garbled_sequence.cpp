#include "article/garbled_sequence.h"

#include <string>

#include "article/utf8.h"

namespace broadsheet {
namespace {

// The last byte of a sequence. A no-break space (A0) often became a plain one; inside a
// word of Cyrillic or Thai the next lead shows that it belongs to the word.
unsigned tail_byte(const Charset& charset, std::u32string_view text, std::size_t at,
                   unsigned lead) {
  if (text[at] != U' ' || lead < 0xCE || at + 1 >= text.size()) {
    return charset.byte_of(text[at]);
  }
  const unsigned next = charset.byte_of(text[at + 1]);
  return next >= 0xC2 && same_alphabet(next, lead) ? 0xA0 : 0;
}

// Half of a character beyond U+FFFF that was written as two of three bytes each (CESU-8).
char32_t surrogate_at(const Charset& charset, std::u32string_view text, std::size_t at) {
  if (at + 2 >= text.size() || charset.byte_of(text[at]) != 0xED) return 0;
  const unsigned second = charset.byte_of(text[at + 1]);
  const unsigned third = charset.byte_of(text[at + 2]);
  if (second < 0xA0 || second > 0xBF || third < 0x80 || third > 0xBF) return 0;
  return 0xD000U | ((second & 0x3FU) << 6U) | (third & 0x3FU);
}

std::optional<Sequence> surrogates_at(const Charset& charset, std::u32string_view text,
                                      std::size_t at) {
  const char32_t high = surrogate_at(charset, text, at);
  if (high < 0xD800 || high >= 0xDC00) return std::nullopt;
  const char32_t low = surrogate_at(charset, text, at + 3);
  if (low < 0xDC00) return std::nullopt;
  return Sequence{6, 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U), 0xED};
}

bool is_tail(unsigned byte) {
  return byte >= 0x80 && byte < 0xC0;
}

// "à¥\uFFFD", "â?¬": one of the two tails is lost.
std::size_t lost_of_three(const Charset& charset, std::u32string_view text,
                          std::size_t at) {
  const unsigned lead = charset.byte_of(text[at]);
  if (lead < 0xE0 || lead > 0xEF || at + 2 >= text.size()) return 0;
  const char32_t second = text[at + 1];
  const char32_t third = text[at + 2];
  const bool third_is_tail = is_tail(charset.byte_of(third));
  if (second == replacement_char || (second == U'?' && lead == 0xE2)) {
    return third_is_tail ? 3 : 0;
  }
  return is_tail(charset.byte_of(second)) && third == replacement_char ? 3 : 0;
}

}  // namespace

bool is_lower_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) ||
         (c >= 0x430 && c <= 0x45F);
}
bool is_upper_letter(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
         (c >= 0x400 && c <= 0x42F);
}
bool is_any_letter(char32_t c) {
  // The florin sign is a letter to Unicode only.
  return is_lower_letter(c) || is_upper_letter(c) ||
         (c >= 0x100 && c < 0x2B0 && c != 0x192) || (c >= 0x386 && c < 0x3FF);
}

bool is_rare(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x1200 && c < 0x1E00) ||
         (c >= 0x2C00 && c < 0x2E00) || (c >= 0xA000 && c < 0xAC00) ||
         (c >= 0x3190 && c < 0x31A0) || (c >= 0x3400 && c < 0x4E00);
}

bool is_known_lead(unsigned lead) {
  return lead <= 0xC5 || (lead >= 0xCE && lead <= 0xD1) || (lead >= 0xD7 && lead <= 0xD9);
}

bool same_alphabet(unsigned a, unsigned b) {
  return (a & 0xFCU) == (b & 0xFCU);
}

std::optional<Sequence> sequence_at(const Charset& charset, std::u32string_view text,
                                    std::size_t at) {
  const unsigned lead = charset.byte_of(text[at]);
  if (lead == 0xED) {
    if (const auto pair = surrogates_at(charset, text, at)) return pair;
  }
  if (lead < 0xC2 || lead > 0xF4) return std::nullopt;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + length > text.size()) return std::nullopt;
  std::string bytes(1, static_cast<char>(lead));
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned byte = i + 1 == length ? tail_byte(charset, text, at + i, lead)
                                          : charset.byte_of(text[at + i]);
    if (!is_tail(byte)) return std::nullopt;
    bytes += static_cast<char>(byte);
  }
  const CodePoint c = code_point_at(bytes, 0);
  if (!c.valid || c.length != length) return std::nullopt;
  return Sequence{length, c.value, lead};
}

std::size_t lost_a_grave(const Charset& charset, std::u32string_view text, std::size_t at,
                         bool sure) {
  if (at + 2 >= text.size() || charset.byte_of(text[at]) != 0xC3) return 0;
  if (text[at] != 0xC3 && !sure) return 0;
  const char32_t before = at > 0 ? text[at - 1] : U' ';
  const char32_t after = text[at + 2];
  if (text[at + 1] == 0xA0) {
    const bool capitals =
        is_upper_letter(before) && at > 1 && is_upper_letter(text[at - 2]);
    return is_upper_letter(before) && (capitals || !is_lower_letter(after)) ? 0 : 2;
  }
  if (text[at + 1] != U' ') return 0;
  if (after == U' ') return is_lower_letter(before) ? 2 : 0;
  if (!is_lower_letter(after)) return 0;
  if (!is_lower_letter(before) && !(sure && before == U' ')) return 0;
  const bool portuguese =
      after == U's' && (at + 3 == text.size() || text[at + 3] == U' ');
  return portuguese ? 2 : 1;
}

std::size_t lost_sequence(const Charset& charset, std::u32string_view text,
                          std::size_t at, std::optional<unsigned> lead_before,
                          bool sure) {
  if (at + 1 >= text.size()) return 0;
  if (at + 2 < text.size() && text[at] == 0xE2 && text[at + 1] == 0x20AC) {
    return text[at + 2] == U'?' || text[at + 2] == replacement_char ? 3 : 0;
  }
  if (text[at] == 0xC3 && text[at + 1] == replacement_char) return 2;
  if (text[at] == 0xC3 && text[at + 1] == U'?' && sure) return 2;
  const unsigned lead = charset.byte_of(text[at]);
  const bool in_row = lead_before && same_alphabet(*lead_before, lead);
  if (is_known_lead(lead) && lead >= 0xCE && text[at + 1] == replacement_char) {
    return in_row || sure ? 2 : 0;
  }
  if (is_known_lead(lead) && lead >= 0xCE && text[at + 1] == U'?' && sure) {
    const auto next = at + 2 < text.size() ? sequence_at(charset, text, at + 2)
                                           : std::optional<Sequence>();
    return next && same_alphabet(next->lead, lead) ? 2 : 0;
  }
  return in_row || sure ? lost_of_three(charset, text, at) : 0;
}

}  // namespace broadsheet
