// The tokenizer. ASCII goes by a table; everything else asks ICU, a code point at a time.
// Left out: dictionaries of words for scripts without spaces.
#include "article/words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "article/letter_folding.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

constexpr std::size_t max_word_bytes = 64;

bool is_digit(UChar32 c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(UChar32 c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

bool is_letter(UChar32 c) {
  if (c < 0x80) return is_ascii_letter(c);
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
}

bool is_between(UChar32 c, UChar32 first, UChar32 last) {
  return first <= c && c <= last;
}

// Thai, Lao, Burmese and Khmer: their vowels are marks at the letter they follow.
bool has_clusters(UChar32 c) {
  return is_between(c, 0xE00, 0xEFF) || is_between(c, 0x1000, 0x109F) ||
         is_between(c, 0x1780, 0x17D3) || is_between(c, 0xAA60, 0xAA7F);
}

// A character of a script without spaces. Korean has spaces, but what it appends to a
// noun stands without one; by its syllables it is found all the same.
bool is_unspaced(UChar32 c) {
  if (c < 0xE00) return false;
  if (has_clusters(c)) return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
  if (c < 0x2E80) return false;
  if (is_between(c, 0xAC00, 0xD7A3) || c == 0x30FC || c == 0xFF70) return true;
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(c, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
         script == USCRIPT_KATAKANA;
}

// As ICU takes it; negative for bytes that are no character.
struct Letter {
  UChar32 value = 0;
  std::size_t length = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  return {c.valid ? static_cast<UChar32>(c.value) : -1, c.length};
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Word> run() {
    words_.reserve(text_.size() / 6);
    while (at_ < text_.size()) {
      const Letter c = letter_at(text_, at_);
      if (c.value >= 0 && is_unspaced(c.value)) {
        take_character(c);
      } else if (c.value >= 0 && (is_letter(c.value) || is_digit(c.value))) {
        take_word();
      } else {
        at_ += c.length;
      }
    }
    return std::move(words_);
  }

 private:
  // With the marks that follow it.
  void take_character(Letter c) {
    Word word{.text = {}, .span = {at_, at_}, .unspaced = true};
    const bool clusters = has_clusters(c.value);
    do {
      append(word, c.value);
      at_ += c.length;
      if (!clusters || at_ >= text_.size()) break;
      c = letter_at(text_, at_);
    } while (c.value > 0 && has_clusters(c.value) && is_mark(c.value));
    word.span.end = at_;
    if (!word.text.empty()) words_.push_back(std::move(word));
  }

  void take_word() {
    const std::size_t start = at_;
    Word word{.text = {}, .span = {}, .numeric = is_digit(text_[at_])};
    UChar32 previous = 0;
    while (at_ < text_.size()) {
      const Letter c = letter_at(text_, at_);
      if (c.value < 0 || is_unspaced(c.value)) break;
      if (is_letter(c.value) || is_digit(c.value)) {
        append(word, c.value);
      } else if (!joins(c, previous)) {
        break;
      } else if (keeps(c.value)) {
        append(word, is_apostrophe(c.value) ? '\'' : c.value);
      }
      previous = c.value;
      at_ += c.length;
    }
    word.span = {start, at_};
    drop_possessive(word);
    if (!word.text.empty()) words_.push_back(std::move(word));
  }

  static void append(Word& word, UChar32 c) {
    const std::size_t before = word.text.size();
    if (before + 8 > max_word_bytes) return;
    append_folded(word.text, c);
    if (c < 0x80 || word.marked) return;
    std::string small;
    append_utf8(small, lower_letter(c));
    word.marked = std::string_view(word.text).substr(before) != small;
  }

  // Of the signs that join, the comma of thousands and the points of initials vanish.
  bool keeps(UChar32 sign) const {
    return sign != ',' && !(sign == '.' && !is_digit(text_[at_ + 1]));
  }

  UChar32 peek(std::size_t at) const {
    return at < text_.size() ? letter_at(text_, at).value : 0;
  }

  bool joins(Letter sign, UChar32 previous) const {
    const std::size_t behind = at_ + sign.length;
    const UChar32 next = peek(behind);
    if (is_apostrophe(sign.value) || sign.value == '&') {
      return !is_digit(previous) && next > 0 && is_letter(next) && !is_unspaced(next);
    }
    if (sign.value == '.') {
      return (is_digit(previous) && is_digit(next)) || joins_initials(behind, next);
    }
    return sign.value == ',' && is_digit(previous) && three_digits(behind);
  }

  // Inside "U.S.A": single letters each followed by a point.
  bool joins_initials(std::size_t behind, UChar32 next) const {
    const bool alone = at_ < 2 || !is_letter(peek(at_ - 2));
    if (!alone || !is_ascii_letter(peek(at_ - 1)) || !is_ascii_letter(next)) return false;
    const UChar32 after = peek(behind + 1);
    return after == '.' || !(after > 0 && (is_letter(after) || is_digit(after)));
  }

  bool three_digits(std::size_t at) const {
    return is_digit(peek(at)) && is_digit(peek(at + 1)) && is_digit(peek(at + 2)) &&
           !is_digit(peek(at + 3));
  }

  static void drop_possessive(Word& word) {
    if (word.text.ends_with("'s")) word.text.resize(word.text.size() - 2);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> split_words(std::string_view text) {
  return Splitter(text).run();
}

bool makes_pair(const Word& first, const Word& second) {
  return first.unspaced && second.unspaced && first.span.end == second.span.start;
}

std::vector<Word> search_words(std::string_view text) {
  std::vector<Word> words;
  std::vector<Word> parts = split_words(text);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool before = i > 0 && makes_pair(parts[i - 1], parts[i]);
    if (i + 1 < parts.size() && makes_pair(parts[i], parts[i + 1])) {
      words.push_back(parts[i]);
      words.back().text += parts[i + 1].text;
      words.back().span.end = parts[i + 1].span.end;
    } else if (!before) {
      words.push_back(std::move(parts[i]));
    }
  }
  return words;
}

std::string exact_form(std::string_view printed) {
  std::string form;
  bool marks = false;
  for (std::size_t at = 0; at < printed.size() && form.size() + 8 <= max_word_bytes;) {
    const Letter c = letter_at(printed, at);
    at += c.length;
    if (c.value <= 0) continue;
    if (is_apostrophe(c.value)) {
      form += '\'';
    } else if (c.value == '&' || is_letter(c.value) || is_digit(c.value)) {
      append_utf8(form, lower_letter(c.value));
      marks = marks || is_mark(c.value);
    }
  }
  if (marks) form = composed(form);
  if (form.ends_with("'s")) form.resize(form.size() - 2);
  return form;
}

std::string fold_words(std::string_view text) {
  std::string folded;
  for (const Word& word : split_words(text)) {
    if (!folded.empty()) folded += ' ';
    folded += word.text;
  }
  return folded;
}

}  // namespace broadsheet
