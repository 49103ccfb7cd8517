// The detector. The words of the file that are not ASCII are decoded by each charset in
// turn; what comes out is weighed as a text would be: how common its letters are in a
// language of that script, and how they stand beside each other (no capital behind a
// small letter, no Cyrillic letter inside a Latin word). The weights are logarithms of
// chances, for the same bytes, so that one-byte and two-byte charsets compare.
#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <unicode/uchar.h>
#include <vector>

#include "article/charset.h"
#include "article/converter.h"
#include "article/letter_model.h"

namespace broadsheet {
namespace {

using Weight = double;

constexpr unsigned mask(std::initializer_list<Script> scripts) {
  unsigned bits = 0;
  for (const Script script : scripts) bits |= 1U << static_cast<unsigned>(script);
  return bits;
}

struct Candidate {
  std::string_view charset;
  unsigned scripts;
  Weight head_start;  // how rare it is among files that name no charset
};

// Of two that read the text alike the first is taken.
constexpr Candidate candidates[] = {
    {"windows-1252", mask({Script::latin}), 0},
    {"windows-1250", mask({Script::latin}), -1},
    {"iso-8859-2", mask({Script::latin}), -1.5},
    {"windows-1254", mask({Script::latin}), -2},
    {"iso-8859-15", mask({Script::latin}), -3},
    {"windows-1257", mask({Script::latin}), -3},
    {"iso-8859-13", mask({Script::latin}), -5},
    {"iso-8859-4", mask({Script::latin}), -6},
    {"windows-1258", mask({Script::latin}), -5},
    {"macintosh", mask({Script::latin}), -5},
    {"x-mac-centraleurroman", mask({Script::latin}), -8},
    {"ibm850", mask({Script::latin}), -6},
    {"ibm852", mask({Script::latin}), -7},
    {"windows-1251", mask({Script::cyrillic}), 0},
    {"koi8-r", mask({Script::cyrillic}), -1},
    {"koi8-u", mask({Script::cyrillic}), -1.5},
    {"iso-8859-5", mask({Script::cyrillic}), -3},
    {"ibm866", mask({Script::cyrillic}), -3},
    {"ibm855", mask({Script::cyrillic}), -4},
    {"x-mac-cyrillic", mask({Script::cyrillic}), -4},
    {"windows-1253", mask({Script::greek}), -1},
    {"iso-8859-7", mask({Script::greek}), -1},
    {"windows-1255", mask({Script::hebrew}), -1},
    {"iso-8859-8", mask({Script::hebrew}), -3},
    {"windows-1256", mask({Script::arabic}), -1},
    {"iso-8859-6", mask({Script::arabic}), -2},
    {"windows-874", mask({Script::thai}), -1},
    {"gb18030", mask({Script::simplified, Script::traditional}), 0},
    {"big5-hkscs", mask({Script::traditional}), 0},
    {"windows-31j", mask({Script::japanese}), 0},
    {"euc-jp", mask({Script::japanese}), 0},
    {"windows-949", mask({Script::korean}), 0},
    {"euc-tw", mask({Script::traditional}), -5}};

bool is_between(char16_t c, unsigned low, unsigned high) {
  return c >= low && c <= high;
}

enum class Kind { gap, letter, han, kana, hangul, sign, odd, broken };

// Signs and punctuation of ordinary print.
bool is_common_sign(char16_t c) {
  return is_between(c, 0x2010, 0x2022) || c == 0x2026 || c == 0x2039 || c == 0x203A ||
         c == 0xAB || c == 0xBB || c == 0xA0 || c == 0xA1 || c == 0xBF || c == 0xB0 ||
         c == 0xB7 || c == 0x20AC || c == 0xA3 || c == 0xA7 || c == 0xA9 || c == 0xAE ||
         c == 0x2122 || c == 0x2116;
}

bool is_wide_sign(char16_t c) {
  return is_between(c, 0x3000, 0x3002) || is_between(c, 0x3008, 0x3011) || c == 0xFF0C ||
         c == 0xFF01 || c == 0xFF1F || c == 0xFF1A || c == 0xFF1B || c == 0xFF08 ||
         c == 0xFF09;
}

Kind kind_of(char16_t c) {
  if (c < 0x80) return u_isalpha(c) != 0 ? Kind::letter : Kind::gap;
  if (c == 0xFFFD) return Kind::broken;
  if (is_between(c, 0x4E00, 0x9FFF)) return Kind::han;
  if (is_between(c, 0x3041, 0x30FE) && c != 0x30FB) return Kind::kana;
  if (is_between(c, 0xAC00, 0xD7A3)) return Kind::hangul;
  if (is_common_sign(c) || is_wide_sign(c)) return Kind::sign;
  if (c == 0xAA || c == 0xBA || is_between(c, 0xFF61, 0xFFDC)) return Kind::odd;
  const bool mark = u_charType(c) == U_NON_SPACING_MARK;
  return mark || u_isalpha(c) != 0 ? Kind::letter : Kind::odd;
}

// The script of a letter; Latin also for those that are of no script we know.
Script script_of(char16_t c) {
  if (is_between(c, 0x370, 0x3FF)) return Script::greek;
  if (is_between(c, 0x400, 0x52F)) return Script::cyrillic;
  if (is_between(c, 0x590, 0x5FF)) return Script::hebrew;
  if (is_between(c, 0x600, 0x6FF)) return Script::arabic;
  if (is_between(c, 0xE00, 0xE7F)) return Script::thai;
  return Script::latin;
}

bool is_thai_mark(char16_t c) {
  return c == 0xE31 || is_between(c, 0xE34, 0xE3A) || is_between(c, 0xE47, 0xE4E);
}

Weight weight_of_letters(char16_t a, char16_t b) {
  const Script first = script_of(a);
  const Script second = script_of(b);
  if (first != second) return -4;
  if (u_islower(a) != 0 && u_isupper(b) != 0) return -6;
  return first == Script::latin && a >= 0x80 && b >= 0x80 ? -2.5 : 0;
}

bool is_letter_kind(Kind kind) {
  return kind == Kind::letter;
}

// How two characters stand beside each other; at least one is beyond ASCII.
Weight weight_of_pair(char16_t a, Kind ka, char16_t b, Kind kb) {
  if (is_letter_kind(ka) && is_letter_kind(kb)) {
    if (is_thai_mark(b) && (script_of(a) != Script::thai)) return -6;
    return weight_of_letters(a, b);
  }
  if (is_thai_mark(b)) return -6;
  if (ka == Kind::odd && kb == Kind::odd) return a == b ? 4 : 0;
  if (ka == Kind::odd || kb == Kind::odd) {
    return is_letter_kind(ka) || is_letter_kind(kb) ? -3 : 0;
  }
  const bool wide_a = ka == Kind::han || ka == Kind::kana || ka == Kind::hangul;
  const bool wide_b = kb == Kind::han || kb == Kind::kana || kb == Kind::hangul;
  const bool mixed = (wide_a && is_letter_kind(kb)) || (wide_b && is_letter_kind(ka));
  return mixed ? -1 : 0;
}

// A sample read by one charset: how often each character stands in it, and how well
// they stand together. Scripts and languages share this.
class Reading {
 public:
  explicit Reading(std::u16string_view text) {
    char16_t before = ' ';
    Kind kind_before = Kind::gap;
    for (const char16_t c : text) {
      const Kind kind = kind_of(c);
      if (c >= 0x80 || before >= 0x80) {
        order_ += weight_of_pair(before, kind_before, c, kind);
      }
      if (c >= 0x80) count(c, kind);
      before = c;
      kind_before = kind;
    }
  }

  Weight as(const LetterModel& model) const {
    Weight sum = order_;
    for (const auto& [c, count] : counts_) sum += count * chance(model, c);
    return sum;
  }

 private:
  void count(char16_t c, Kind kind) {
    if (kind == Kind::letter) {
      const auto lower = static_cast<char16_t>(u_tolower(c));
      if (lower != c) order_ -= 0.7;
      c = lower;
    }
    ++counts_[c];
  }

  static Weight chance(const LetterModel& model, char16_t c) {
    if (const auto row = model.chances.find(c); row != model.chances.end()) {
      return row->second;
    }
    return chance_outside(model, c, kind_of(c));
  }

  // Of a character that the model does not list.
  static Weight chance_outside(const LetterModel& model, char16_t c, Kind kind) {
    constexpr Weight foreign = -12;
    const bool eastern = model.script >= Script::japanese;
    switch (kind) {
      case Kind::gap:
        return 0;
      case Kind::broken:
        return -25;
      case Kind::sign:
        return is_wide_sign(c) && !eastern ? foreign : -4.5;
      case Kind::han:
        if (model.script == Script::korean) return foreign;
        return eastern ? model.others : foreign;
      case Kind::kana:
        return foreign;
      case Kind::hangul:
        return model.script == Script::korean ? model.others : foreign;
      case Kind::letter:
        if (is_between(c, 0xFF21, 0xFF5A)) return eastern ? -8 : foreign;
        return script_of(c) == model.script ? model.others : foreign;
      case Kind::odd:
        break;
    }
    if (u_iscntrl(c) != 0 || is_between(c, 0xE000, 0xF8FF)) return -16;
    return is_between(c, 0xFF10, 0xFF19) && eastern ? -8 : -11;
  }

  std::unordered_map<char16_t, int> counts_;
  Weight order_ = 0;
};

bool is_gap_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || c == '<' || c == '>' || c == '"';
}

// The words that are not plain ASCII, a space between them. None of the charsets uses
// the bytes of a gap inside a character.
std::string sample_of(std::string_view bytes) {
  constexpr std::size_t enough = 16U << 10U;
  std::string sample;
  for (std::size_t at = 0; at < bytes.size() && sample.size() < enough;) {
    std::size_t end = at;
    bool ascii = true;
    for (; end < bytes.size() && !is_gap_byte(bytes[end]); ++end) {
      ascii = ascii && static_cast<unsigned char>(bytes[end]) < 0x80;
    }
    if (!ascii) sample.append(bytes.substr(at, std::min(end - at, enough))) += ' ';
    at = end + 1;
  }
  return sample;
}

}  // namespace

std::string charset_by_reading(std::string_view bytes) {
  const std::string sample = sample_of(bytes);
  std::string_view best;
  Weight best_weight = 0;
  for (const Candidate& candidate : candidates) {
    if (sample.empty()) break;
    const auto text = decode_wide(sample, std::string(candidate.charset));
    if (!text) continue;
    const Reading reading(*text);
    for (const LetterModel& model : letter_models()) {
      if ((candidate.scripts & mask({model.script})) == 0) continue;
      const Weight weight = reading.as(model) + candidate.head_start;
      if (!best.empty() && weight <= best_weight) continue;
      best = candidate.charset;
      best_weight = weight;
    }
  }
  return std::string(best);
}

}  // namespace broadsheet
