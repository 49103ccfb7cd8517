// The tokenizer. ASCII goes by a table; everything else asks ICU, a code point at a time.
// Left out: word segmentation for scripts without spaces other than Han and Kana.
#include "article/words.h"

#include <array>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

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

// Scripts written without spaces, of which each character stands for itself.
bool is_ideograph(UChar32 c) {
  if (c < 0x2E80) return false;
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(c, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
         script == USCRIPT_KATAKANA;
}

char32_t lower(UChar32 c) {
  return static_cast<char32_t>(u_tolower(c));
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

// Decomposes, drops the marks, lowers the rest: "É" ==> "e", "ﬁ" ==> "fi", "ß" ==> "ss".
void append_folded(std::string& out, UChar32 c) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return;
  }
  static const UNormalizer2* nfkd = [] {
    UErrorCode status = U_ZERO_ERROR;
    return unorm2_getNFKDInstance(&status);
  }();
  if (c == 0xDF) {
    out += "ss";
    return;
  }
  std::array<UChar, 32> parts{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t n =
      nfkd ? unorm2_getDecomposition(nfkd, c, parts.data(), 32, &status) : -1;
  if (n < 0 || U_FAILURE(status)) {
    if ((U_GET_GC_MASK(c) & U_GC_M_MASK) == 0) append_utf8(out, lower(c));
    return;
  }
  for (std::int32_t i = 0; i < n;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, n, part);
    if ((U_GET_GC_MASK(part) & U_GC_M_MASK) == 0) append_utf8(out, lower(part));
  }
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Word> run() {
    words_.reserve(text_.size() / 6);
    while (at_ < text_.size()) {
      const Letter c = letter_at(text_, at_);
      if (c.value >= 0 && is_ideograph(c.value)) {
        take_ideograph(c);
      } else if (c.value >= 0 && (is_letter(c.value) || is_digit(c.value))) {
        take_word();
      } else {
        at_ += c.length;
      }
    }
    return std::move(words_);
  }

 private:
  void take_ideograph(Letter c) {
    Word word{.text = {}, .span = {at_, at_ + c.length}, .numeric = false};
    append_folded(word.text, c.value);
    at_ += c.length;
    if (!word.text.empty()) words_.push_back(std::move(word));
  }

  void take_word() {
    const std::size_t start = at_;
    Word word{.text = {}, .span = {}, .numeric = is_digit(text_[at_])};
    UChar32 previous = 0;
    while (at_ < text_.size()) {
      const Letter c = letter_at(text_, at_);
      if (c.value < 0 || is_ideograph(c.value)) break;
      if (is_letter(c.value) || is_digit(c.value)) {
        append(word.text, c.value);
      } else if (!joins(c, previous)) {
        break;
      } else if (keeps(c.value)) {
        append(word.text, is_apostrophe(c.value) ? '\'' : c.value);
      }
      previous = c.value;
      at_ += c.length;
    }
    word.span = {start, at_};
    drop_possessive(word);
    if (!word.text.empty()) words_.push_back(std::move(word));
  }

  static void append(std::string& out, UChar32 c) {
    if (out.size() + 8 <= max_word_bytes) append_folded(out, c);
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
      return !is_digit(previous) && next > 0 && is_letter(next) && !is_ideograph(next);
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

std::string fold_words(std::string_view text) {
  std::string folded;
  for (const Word& word : split_words(text)) {
    if (!folded.empty()) folded += ' ';
    folded += word.text;
  }
  return folded;
}

}  // namespace broadsheet
