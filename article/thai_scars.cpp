// UTF-8 read as ISO-8859-11 whose C1 controls were then deleted: of "’" (E2 80 99) only
// "โ" is left, of "•" (E2 80 A2) "โข", of an emoji (F0 ...) "๐" and perhaps a letter
// more. What is unique is restored, "โ" between letters becomes a dash or an apostrophe,
// the rest goes. Real Thai is never touched: a text counts only when every run of Thai
// characters is such a scar.
#include <algorithm>

#include "article/mojibake.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

constexpr char32_t scar_e2 = 0x0E42;  // punctuation, arrows, symbols
constexpr char32_t scar_f0 = 0x0E50;  // emoji
constexpr char32_t scar_ef = 0x0E4F;  // variation selectors

// Second characters that settle what a scar of E2 was.
struct Unique {
  char32_t tail;
  char32_t meant;
};
constexpr Unique unique_scars[] = {
    {0x0E02, 0x2022},   // A2: bullet
    {0x0E06, 0x2026},   // A6: ellipsis
    {0x0E0C, 0x20AC},   // AC: euro
    {0x0E18, 0x25B8}};  // B8: the small triangle of a folded section

bool is_thai(char32_t c) {
  return c >= 0x0E01 && c <= 0x0E7F;
}
bool is_scar_lead(char32_t c) {
  return c == scar_e2 || c == scar_f0 || c == scar_ef;
}
bool is_letter32(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}
bool is_word32(char32_t c) {
  return is_letter32(c) || (c >= '0' && c <= '9');
}

std::size_t scar_length(std::u32string_view text, std::size_t at) {
  const bool two =
      at + 1 < text.size() && is_thai(text[at + 1]) && !is_scar_lead(text[at + 1]);
  return two ? 2 : 1;
}

bool only_scars(std::u32string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_thai(text[at])) {
      ++at;
      continue;
    }
    if (!is_scar_lead(text[at])) return false;
    at += scar_length(text, at);
  }
  return true;
}

// "Metaโs", "donโt", "weโll": an apostrophe rather than a dash.
bool is_contraction(std::u32string_view rest) {
  std::size_t end = 0;
  while (end < rest.size() && is_word32(rest[end])) ++end;
  const std::u32string_view word = rest.substr(0, end);
  return word == U"s" || word == U"t" || word == U"re" || word == U"ve" ||
         word == U"ll" || word == U"d" || word == U"m";
}

class Restorer {
 public:
  explicit Restorer(std::u32string_view text) : text_(text) {}

  std::u32string run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_thai(text_[at])) {
        out_ += text_[at++];
        continue;
      }
      const std::size_t length = scar_length(text_, at);
      if (text_[at] == scar_e2) {
        restore(at, length);
      }
      at += length;
      if (at_line_start() && at < text_.size() && text_[at] == U' ') ++at;
    }
    return std::move(out_);
  }

 private:
  void restore(std::size_t at, std::size_t length) {
    const char32_t before = out_.empty() ? U'\n' : out_.back();
    const std::u32string_view rest = text_.substr(at + length);
    const char32_t after = rest.empty() ? U'\n' : rest.front();
    if (length == 2) return restore_unique(text_[at + 1], after);
    if (is_word32(before) && is_word32(after)) {
      out_ += is_letter32(before) && is_contraction(rest) ? U'\u2019' : U'\u2014';
    } else if (before == U' ' && after == U' ' && rest.size() > 1 && is_word32(rest[1])) {
      out_ += U'\u2014';
    }
  }

  void restore_unique(char32_t tail, char32_t after) {
    const auto* row = std::find_if(std::begin(unique_scars), std::end(unique_scars),
                                   [&](const Unique& u) { return u.tail == tail; });
    if (row == std::end(unique_scars)) return;
    if (row->meant != 0x2022) {
      out_ += row->meant;
    } else if (!after_list_marker()) {
      out_ += U"\u2022";
      if (at_line_start(1) && after != U' ') out_ += U' ';
    }
  }

  // A bullet behind "- " says the same a second time.
  bool after_list_marker() const {
    return out_.size() >= 2 && out_.back() == U' ' && out_[out_.size() - 2] == U'-' &&
           (out_.size() == 2 || out_[out_.size() - 3] == U'\n' ||
            out_[out_.size() - 3] == U' ');
  }

  bool at_line_start(std::size_t but = 0) const {
    std::size_t end = out_.size() - std::min(but, out_.size());
    while (end > 0 && out_[end - 1] == U' ') --end;
    return end == 0 || out_[end - 1] == U'\n';
  }

  std::u32string_view text_;
  std::u32string out_;
};

}  // namespace

bool undo_thai_scars(std::string& text) {
  const std::u32string chars = to_utf32(text);
  if (std::none_of(chars.begin(), chars.end(), is_thai) || !only_scars(chars))
    return false;
  text = to_utf8(Restorer(chars).run());
  return true;
}

}  // namespace broadsheet
