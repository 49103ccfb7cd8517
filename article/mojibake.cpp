// How mojibake is told from good text. A sequence of characters that stands for the
// bytes of one UTF-8 character in a wrong charset is a candidate; it is undone when it
// could hardly be good text:
//   four bytes              always (only emoji and rare scripts need four)
//   three bytes             unless every tail is punctuation: "marqué…”" is French
//   two bytes, led by Ã, Â  unless capitals or quotes stand around: "a lot of Ã’s"
//   two bytes, other leads  in the middle of lower case ("RÄ«ga"), or in a row ("Î•Î»")
// Leads of scripts that do not stand in news (É, Ê, Ë: phonetic letters) never count.
#include "article/mojibake.h"

#include <algorithm>

#include "article/garbled_charset.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

// C1 controls are letters to no Windows charset, so that a text with them was read by
// the ISO charset of the same alphabet.
bool contradicts(const Charset& charset, std::u32string_view text) {
  return charset.name() == "windows-1250" &&
         std::any_of(text.begin(), text.end(),
                     [](char32_t c) { return c >= 0x80 && c < 0xA0; });
}

// Letters of the alphabets the wrong charsets have, with their case.
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

// What stands behind a word in good text, so that it proves nothing.
bool is_punctuation(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201A:
    case 0x2026:
    case 0x2013:
    case 0x2014:
    case 0xA0:
    case 0xBB:
    case 0xAB:
    case 0x2122:
    case 0xAE:
    case 0xA9:
    case 0x203A:
    case 0x2039:
    case 0x2022:
      return true;
    default:
      return false;
  }
}

struct Sequence {
  std::size_t length = 0;  // characters it takes
  char32_t value = 0;
  unsigned lead = 0;
};

bool same_alphabet(unsigned a, unsigned b) {
  return (a & 0xFCU) == (b & 0xFCU);
}

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
    if (byte < 0x80 || byte > 0xBF) return std::nullopt;
    bytes += static_cast<char>(byte);
  }
  const CodePoint c = code_point_at(bytes, 0);
  if (!c.valid || c.length != length) return std::nullopt;
  return Sequence{length, c.value, lead};
}

// What stands around a candidate.
struct Around {
  char32_t before = 0;
  char32_t after = 0;
  bool in_row = false;  // a candidate of the same alphabet stands directly beside it
  bool sure = false;    // other mojibake of this charset was undone in the text
};

bool is_control(char32_t c) {
  return c >= 0x80 && c < 0xA0;
}

// Characters that no news text holds: private use, Mongolian, Yi and other rarities.
bool is_rare(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x1200 && c < 0x1E00) ||
         (c >= 0x2C00 && c < 0x2E00) || (c >= 0xA000 && c < 0xAC00) ||
         (c >= 0x3190 && c < 0x31A0) || (c >= 0x3400 && c < 0x4E00);
}

bool three_bytes_certain(std::u32string_view chars, const Sequence& s,
                         const Around& around) {
  if (is_rare(s.value)) return false;
  // Quotes and dashes, the commonest of all: no alphabet writes "â€" or "вЂ" itself.
  if (s.value >= 0x2010 && s.value < 0x2040) return true;
  const bool plain_tails = is_punctuation(chars[1]) && is_punctuation(chars[2]);
  const bool letter_tails = is_any_letter(chars[1]) && is_any_letter(chars[2]);
  if (chars[1] == 0xA0 || chars[2] == 0xA0 || chars[2] == U' ') return around.in_row;
  if (s.lead == 0xE2) return !letter_tails || !is_any_letter(chars[0]);
  if (plain_tails || letter_tails) return around.in_row;
  return true;
}

// Ã and Â in Windows-1252: nearly every Western European letter and sign.
bool latin_certain(char32_t tail, const Sequence& s, const Around& around) {
  if (s.lead == 0xC2) return !is_upper_letter(around.before) || is_control(tail);
  if (!is_punctuation(tail) || tail == 0xA9 || tail == 0xAE || tail == 0xAB ||
      tail == 0xBB || tail == 0x2022) {
    return true;
  }
  if (tail == 0x2122) return true;
  return tail != 0x2019 && tail != 0xA0 && is_lower_letter(around.after) &&
         !is_any_letter(around.before);
}

// Latin Extended, Greek, Cyrillic, Hebrew, Arabic.
bool is_known_lead(unsigned lead) {
  return lead <= 0xC5 || (lead >= 0xCE && lead <= 0xD1) || (lead >= 0xD7 && lead <= 0xD9);
}

bool two_bytes_certain(std::u32string_view chars, const Sequence& s, const Around& around,
                       bool windows_1252_text) {
  const char32_t tail = chars[1];
  // Mac Roman has dashes and quotes where others have letters: "£1bn–£2bn" is good text.
  if (is_punctuation(chars[0])) return false;
  if (windows_1252_text && s.lead <= 0xC3) return latin_certain(tail, s, around);
  if (is_control(s.value)) return false;
  const bool box_drawing = chars[0] >= 0x2500 && chars[0] < 0x25A0;
  if (box_drawing && s.lead == 0xC2) return around.sure;
  const bool combining = s.lead == 0xCC || s.lead == 0xCD;
  if (combining) return around.sure;
  if (!is_known_lead(s.lead)) return false;
  const bool beside_lower =
      is_lower_letter(around.before) || is_lower_letter(around.after);
  const bool both_letters = is_any_letter(chars[0]) && is_any_letter(tail);
  if (around.in_row) return !both_letters || windows_1252_text || around.sure;
  if (tail == 0xA0 || tail == U' ') return false;
  if (s.lead >= 0xCE && !is_any_letter(around.before) && !is_any_letter(around.after)) {
    return false;
  }
  if (both_letters && !windows_1252_text) return around.sure && beside_lower;
  if (!is_punctuation(tail)) return beside_lower;
  const bool inside_word = is_any_letter(around.before) && is_lower_letter(around.after);
  return is_lower_letter(around.before) || inside_word;
}

bool certain(std::u32string_view chars, const Sequence& s, const Around& around,
             bool windows_1252_text) {
  if (s.length >= 4) return !is_rare(s.value) && s.value < 0xE0000;
  if (s.length == 3) return three_bytes_certain(chars, s, around);
  return two_bytes_certain(chars, s, around, windows_1252_text);
}

Around around_of(const Charset& charset, std::u32string_view text, std::size_t at,
                 const Sequence& s, std::optional<unsigned> lead_before) {
  Around around;
  if (at > 0) around.before = text[at - 1];
  const std::size_t next = at + s.length;
  around.in_row = lead_before && same_alphabet(*lead_before, s.lead);
  if (next >= text.size()) return around;
  around.after = text[next];
  if (around.in_row) return around;
  const auto following = sequence_at(charset, text, next);
  around.in_row = following && same_alphabet(following->lead, s.lead);
  return around;
}

// "voilÃ le": the second half of "à" was a no-break space that became a plain one or was
// kept. Gives how many characters stand for the "à", 0 when it is not that.
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

// What a decoder could not read stands as U+FFFD or "?" in the middle of a sequence:
// "â€?" was a closing quote, "Ñ\uFFFD" a Cyrillic letter; which one, is lost.
std::size_t lost_sequence(const Charset& charset, std::u32string_view text,
                          std::size_t at, std::optional<unsigned> lead_before,
                          bool sure) {
  if (at + 2 < text.size() && text[at] == 0xE2 && text[at + 1] == 0x20AC) {
    return text[at + 2] == U'?' || text[at + 2] == replacement_char ? 3 : 0;
  }
  if (at + 1 < text.size() && text[at + 1] == U'?' && sure) {
    if (text[at] == 0xC3) return 2;
    const unsigned tail = at + 2 < text.size() ? charset.byte_of(text[at + 2]) : 0;
    if (text[at] == 0xE2 && tail >= 0x80 && tail < 0xC0) return 3;
  }
  if (at + 1 >= text.size() || text[at + 1] != replacement_char) return 0;
  const unsigned lead = charset.byte_of(text[at]);
  const bool cyrillic = lead == 0xD0 || lead == 0xD1;
  return cyrillic && lead_before && same_alphabet(*lead_before, lead) ? 2 : 0;
}

// One layer of one charset, from left to right.
class Undoer {
 public:
  Undoer(const Charset& charset, std::u32string_view text, bool sure)
      : charset_(charset), text_(text), sure_(sure) {}

  bool run(std::u32string& out) {
    while (at_ < text_.size()) {
      if (may_start() && (take_sequence() || take_lost())) continue;
      lead_before_.reset();
      ++at_;
    }
    if (!changed_) return false;
    out_.append(text_.substr(copied_));
    out = std::move(out_);
    return true;
  }

 private:
  // A look at two characters spares nearly all of a text written in another alphabet.
  bool may_start() const {
    if (text_[at_] < 0x80 || at_ + 1 >= text_.size()) return false;
    const unsigned lead = charset_.byte_of(text_[at_]);
    if (lead < 0xC2 || lead > 0xF4) return false;
    const char32_t next = text_[at_ + 1];
    const unsigned tail = charset_.byte_of(next);
    return (tail >= 0x80 && tail < 0xC0) || next == U' ' || next == 0xA0 ||
           next == U'?' || next == replacement_char;
  }

  bool take_sequence() {
    const auto s = sequence_at(charset_, text_, at_);
    if (!s) return false;
    Around around = around_of(charset_, text_, at_, *s, lead_before_);
    around.sure = sure_;
    const bool is_1252 = &charset_ == &garbled_charsets().front();
    if (!certain(text_.substr(at_, s->length), *s, around, is_1252)) return false;
    return take(s->length, s->value, s->lead);
  }

  bool take_lost() {
    if (const auto length = lost_sequence(charset_, text_, at_, lead_before_, sure_)) {
      return take(length, replacement_char, charset_.byte_of(text_[at_]));
    }
    const std::size_t length = lost_a_grave(charset_, text_, at_, sure_ || changed_);
    return length != 0 && take(length, U'\u00E0', 0xC3);
  }

  bool take(std::size_t length, char32_t value, unsigned lead) {
    out_.append(text_.substr(copied_, at_ - copied_)) += value;
    at_ += length;
    copied_ = at_;
    lead_before_ = lead;
    changed_ = true;
    return true;
  }

  const Charset& charset_;
  std::u32string_view text_;
  bool sure_;
  std::u32string out_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;
  bool changed_ = false;
  std::optional<unsigned> lead_before_;
};

// Leads of Windows-1252 with a sign behind them, which no text has.
std::size_t count_debris(std::u32string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const char32_t c = text[at];
    const char32_t next = text[at + 1];
    const bool lead = c == 0xC2 || c == 0xC3 || c == 0xE2 || c == 0xE3;
    count += lead && next >= 0x80 && !is_any_letter(next) && !is_punctuation(next);
  }
  return count;
}

// A garble that was lower-cased or garbled otherwise gives way here and there by chance;
// most of it stays, and what comes out is no better.
bool is_hopeless(std::u32string_view before, std::u32string_view after) {
  const std::size_t left = count_debris(after);
  return left > 3 && left * 2 > count_debris(before);
}

}  // namespace

std::optional<std::string_view> undo_mojibake(std::string& text) {
  constexpr int most_layers = 5;
  const std::u32string given = to_utf32(text);
  for (const Charset& charset : garbled_charsets()) {
    if (contradicts(charset, given)) continue;
    std::u32string chars = given;
    int layers = 0;
    while (layers < most_layers && Undoer(charset, chars, layers > 0).run(chars))
      ++layers;
    if (layers == 0) continue;
    if (is_hopeless(given, chars)) break;
    text = to_utf8(chars);
    return charset.name();
  }
  return std::nullopt;
}

}  // namespace broadsheet
