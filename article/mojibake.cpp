// How mojibake is told from good text. A sequence of characters that stands for the
// bytes of one UTF-8 character in a wrong charset is a candidate; it is undone when it
// could hardly be good text:
//   four bytes              always (only emoji and rare scripts need four)
//   three bytes             unless every tail is punctuation: "marqué…”" is French
//   two bytes, led by Ã, Â  unless capitals or quotes stand around: "a lot of Ã’s"
//   two bytes, other leads  in the middle of lower case ("RÄ«ga"), or in a row ("Î•Î»")
// A line made of nothing but such sequences is undone as a whole, whatever they are.
// Leads of scripts that do not stand in news (É, Ê, Ë: phonetic letters) never count.
#include "article/mojibake.h"

#include <algorithm>
#include <vector>

#include "article/garbled_charset.h"
#include "article/garbled_sequence.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

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

// Whether a sequence may begin here: a look at two characters spares nearly all of a text
// written in another alphabet.
bool may_start(const Charset& charset, std::u32string_view text, std::size_t at) {
  if (text[at] < 0x80 || at + 1 >= text.size()) return false;
  const unsigned lead = charset.byte_of(text[at]);
  if (lead < 0xC2 || lead > 0xF4) return false;
  const char32_t next = text[at + 1];
  const unsigned tail = charset.byte_of(next);
  return (tail >= 0x80 && tail < 0xC0) || next == U' ' || next == 0xA0 || next == U'?' ||
         next == replacement_char;
}

// Where a sequence of some charset may begin.
std::vector<std::size_t> possible_starts(std::u32string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const char32_t next = text[at + 1];
    if (text[at] >= 0x80 && (next >= 0x80 || next == U' ' || next == U'?')) {
      starts.push_back(at);
    }
  }
  return starts;
}

// One layer of one charset, from left to right.
class Undoer {
 public:
  Undoer(const Charset& charset, std::u32string_view text, bool sure)
      : charset_(charset), text_(text), sure_(sure) {}

  bool run(std::u32string& out) {
    while (at_ < text_.size()) {
      if (may_start(charset_, text_, at_) && (take_sequence() || take_lost())) continue;
      lead_before_.reset();
      ++at_;
    }
    if (!changed_) return false;
    out_.append(text_.substr(copied_));
    out = std::move(out_);
    return true;
  }

 private:
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

// Letters of phonetics and of African alphabets. Vietnamese and Romanian have a few, and
// Windows charsets some, which stand where a text was garbled twice.
bool is_phonetic(char32_t c) {
  const bool used = c == 0x192 || (c >= 0x2C6 && c <= 0x2DD) || c == 0x1A0 ||
                    c == 0x1A1 || c == 0x1AF || c == 0x1B0 || (c >= 0x218 && c <= 0x21B);
  return c >= 0x180 && c < 0x300 && !used;
}

// A line whose characters all stand for bytes that together are UTF-8. No language writes
// three such sequences and not one character beside them.
class WholeLine {
 public:
  WholeLine(const Charset& charset, std::u32string_view line)
      : charset_(charset), line_(line) {}

  std::optional<std::u32string> undone() {
    std::u32string out;
    while (at_ < line_.size()) {
      if (line_[at_] < 0x80) {
        out += line_[at_++];
      } else if (!take(out)) {
        return std::nullopt;
      }
    }
    if (sequences_ < 2 || (sequences_ == 2 && !long_)) return std::nullopt;
    return out;
  }

 private:
  bool take(std::u32string& out) {
    if (const auto s = sequence_at(charset_, line_, at_)) {
      if (is_rare(s->value) || is_phonetic(s->value)) return false;
      ++sequences_;
      long_ = long_ || s->length > 2;
      return put(out, s->value, s->length);
    }
    // Elsewhere than in Windows-1252 it may as well be a letter of its own.
    const auto grave = line_[at_] == 0xC3 ? lost_a_grave(charset_, line_, at_, true) : 0;
    if (grave != 0) return put(out, U'\u00E0', grave);
    const auto length = lost_sequence(charset_, line_, at_, 0xD0, true);
    return length != 0 && put(out, replacement_char, length);
  }

  bool put(std::u32string& out, char32_t c, std::size_t length) {
    out += c;
    at_ += length;
    return true;
  }

  const Charset& charset_;
  std::u32string_view line_;
  std::size_t at_ = 0;
  std::size_t sequences_ = 0;
  bool long_ = false;
};

// One layer of every line that is garbled whole.
bool undo_whole_lines(const Charset& charset, std::u32string& text) {
  std::u32string out;
  bool changed = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(U'\n', at), text.size());
    const std::u32string_view line = std::u32string_view(text).substr(at, end - at);
    const auto undone = WholeLine(charset, line).undone();
    out += undone ? std::u32string_view(*undone) : line;
    changed = changed || undone;
    if (end < text.size()) out += U'\n';
    at = end + 1;
  }
  if (changed) text = std::move(out);
  return changed;
}

constexpr int most_layers = 5;

bool undo_whole(const Charset& charset, std::u32string& text) {
  int layers = 0;
  while (layers < most_layers && undo_whole_lines(charset, text)) ++layers;
  if (layers > 0) Undoer(charset, text, true).run(text);
  return layers > 0;
}

bool undo_parts(const Charset& charset, std::u32string& text) {
  int layers = 0;
  while (layers < most_layers && Undoer(charset, text, layers > 0).run(text)) ++layers;
  return layers > 0;
}

// The charsets that may have garbled the text, in the order to try them. C1 controls are
// letters to no Windows charset, so that a text with them was rather read by the ISO
// charset of the same alphabet.
std::vector<const Charset*> charsets_for(std::u32string_view text) {
  const bool has_controls = std::any_of(text.begin(), text.end(), is_control);
  const std::vector<std::size_t> starts = possible_starts(text);
  std::vector<const Charset*> all;
  for (const Charset& charset : garbled_charsets()) {
    const bool possible = std::any_of(starts.begin(), starts.end(), [&](std::size_t at) {
      return may_start(charset, text, at);
    });
    if (!possible) continue;
    const bool before_last = has_controls && charset.name() == "iso-8859-2" &&
                             !all.empty() && all.back()->name() == "windows-1250";
    all.insert(before_last ? all.end() - 1 : all.end(), &charset);
  }
  return all;
}

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
  const std::u32string given = to_utf32(text);
  const std::vector<const Charset*> charsets = charsets_for(given);
  for (const auto undo : {undo_whole, undo_parts}) {
    for (const Charset* charset : charsets) {
      std::u32string chars = given;
      if (!undo(*charset, chars)) continue;
      if (is_hopeless(given, chars)) return std::nullopt;
      text = to_utf8(chars);
      return charset->name();
    }
  }
  return std::nullopt;
}

}  // namespace broadsheet
