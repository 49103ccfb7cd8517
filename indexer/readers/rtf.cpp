// Rich text: its words without its formatting. Destinations that hold no running text
// (fonts, styles, pictures, headers, notes about the file) are passed over, and so is any
// that marks itself as optional. The text is taken apart like a paste; an export of many
// stories is cut into them.
#include <array>
#include <charconv>

#include "article/ascii.h"
#include "article/text_repair.h"
#include "article/utf8.h"
#include "indexer/readers/export.h"
#include "indexer/readers/readers.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_depth = 1000;

bool is_passed_over(std::string_view word) {
  constexpr std::array<std::string_view, 22> words = {"fonttbl",
                                                      "colortbl",
                                                      "stylesheet",
                                                      "info",
                                                      "pict",
                                                      "header",
                                                      "footer",
                                                      "headerl",
                                                      "headerr",
                                                      "footerl",
                                                      "footerr",
                                                      "footnote",
                                                      "object",
                                                      "fldinst",
                                                      "listtable",
                                                      "themedata",
                                                      "listoverridetable",
                                                      "generator",
                                                      "xmlnstbl",
                                                      "rsidtbl",
                                                      "datastore",
                                                      "deleted"};
  for (const std::string_view other : words) {
    if (word == other) return true;
  }
  return false;
}

struct Sign {
  std::string_view word;
  std::string_view text;
};

constexpr std::array signs = {
    Sign{"par", "\n"},           Sign{"line", "\n"},       Sign{"sect", "\n"},
    Sign{"page", "\n"},          Sign{"row", "\n"},        Sign{"tab", " "},
    Sign{"cell", " | "},         Sign{"emdash", "\u2014"}, Sign{"endash", "\u2013"},
    Sign{"lquote", "\u2018"},    Sign{"rquote", "\u2019"}, Sign{"ldblquote", "\u201C"},
    Sign{"rdblquote", "\u201D"}, Sign{"bullet", "\u2022"}, Sign{"enspace", " "},
    Sign{"emspace", " "},
};

class RichText {
 public:
  explicit RichText(std::string_view bytes) : in_(bytes) {}

  std::string read() {
    while (at_ < in_.size() && groups_.size() < max_depth) step();
    flush();
    return std::move(out_);
  }

 private:
  struct Group {
    bool passed_over = false;
    int fallback = 1;  // characters behind \uN that stand for it
  };

  Group& group() { return groups_.back(); }

  void step() {
    const char c = in_[at_++];
    if (c == '{') {
      groups_.push_back(group());
    } else if (c == '}') {
      if (groups_.size() > 1) groups_.pop_back();
      skip_ = 0;
    } else if (c == '\\') {
      control();
    } else if (c != '\r' && c != '\n') {
      character(c);
    }
  }

  // A byte of text in the document's code page.
  void character(char c) {
    if (skip_ > 0) {
      --skip_;
    } else if (!group().passed_over) {
      bytes_ += c;
    }
  }

  void put(std::string_view text) {
    if (group().passed_over) return;
    flush();
    out_ += text;
  }

  // Bytes are decoded in runs, for a code page may have two a character.
  void flush() {
    if (bytes_.empty()) return;
    out_ += decode_bytes(bytes_, page_).text;
    bytes_.clear();
  }

  void control() {
    if (at_ >= in_.size()) return;
    const char c = in_[at_];
    if (is_letter(c)) return word();
    ++at_;
    if (c == '\'') return hex();
    if (c == '*') group().passed_over = true;
    if (c == '~') put(" ");
    if (c == '_') put("-");
    if (c == '\n' || c == '\r') put("\n");
    if (c == '{' || c == '}' || c == '\\') character(c);
  }

  void hex() {
    unsigned value = 0;
    const std::string_view digits = in_.substr(at_, 2);
    at_ += digits.size();
    const auto read =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (read.ec == std::errc()) character(static_cast<char>(value));
  }

  void word() {
    const std::size_t start = at_;
    while (at_ < in_.size() && is_letter(in_[at_])) ++at_;
    const std::string_view name = in_.substr(start, at_ - start);
    const std::size_t digits = at_;
    if (at_ < in_.size() && in_[at_] == '-') ++at_;
    while (at_ < in_.size() && is_digit(in_[at_])) ++at_;
    int value = 0;
    std::from_chars(in_.data() + digits, in_.data() + at_, value);
    if (at_ < in_.size() && in_[at_] == ' ') ++at_;
    apply(name, value);
  }

  void apply(std::string_view name, int value) {
    if (name == "u") {
      unicode(static_cast<char32_t>(value < 0 ? value + 65536 : value));
      skip_ = group().fallback;
    } else if (name == "uc") {
      group().fallback = value < 0 || value > 8 ? 1 : value;
    } else if (name == "ansicpg") {
      page_ = "windows-" + std::to_string(value);
    } else if (is_passed_over(name)) {
      group().passed_over = true;
    } else {
      for (const Sign& sign : signs) {
        if (name == sign.word) put(sign.text);
      }
    }
  }

  // A code unit of UTF-16: characters beyond the first 65,536 come as two.
  void unicode(char32_t unit) {
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
      return;
    }
    if (unit >= 0xDC00 && unit < 0xE000) {
      unit = high_ == 0 ? replacement_char
                        : 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00);
    }
    high_ = 0;
    std::string one;
    append_utf8(one, unit > 0x10FFFF || unit == 0 ? replacement_char : unit);
    put(one);
  }

  std::string_view in_;
  std::string out_;
  std::string bytes_;
  std::string page_ = "windows-1252";
  std::vector<Group> groups_{1};
  std::size_t at_ = 0;
  int skip_ = 0;
  char32_t high_ = 0;  // the first of two
};

bool accepts_rtf(std::string_view, std::string_view head) {
  return head.starts_with("{\\rtf");
}

void read_rtf(const Source& source, const ReadOptions&, StorySink& sink) {
  RawStory story;
  story.text = RichText(source.bytes).read();
  if (trimmed(story.text).empty()) return sink.skip(std::nullopt, "no text");
  if (read_export(story.text, source.path, sink)) return;
  story.path = source.path;
  story.pasted = true;
  sink.story(std::move(story));
}

}  // namespace

const Reader rtf_reader = {"rtf", "rich text", nullptr, accepts_rtf, read_rtf};

}  // namespace broadsheet
