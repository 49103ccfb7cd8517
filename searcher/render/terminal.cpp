// A text becomes glyphs: one character each with its columns and its style, everything
// unsafe gone. Wrapping, cutting and colouring then work on glyphs alone, so that no
// byte of a story gets past the one place that judges it (next_glyph).
#include "searcher/render/terminal.h"

#include <algorithm>
#include <cstdint>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace broadsheet {
namespace {

struct Glyph {
  std::string bytes;
  std::size_t columns = 1;
  Style style = Style::plain;
  bool wide = false;  // a line may break on either side

  bool space() const { return bytes == " "; }
};

constexpr UChar32 escape = 0x1B;

constexpr std::string_view code(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::heading:
      return "\x1b[1m";
    case Style::mark:
      return "\x1b[1;33m";
    case Style::figure:
      return "\x1b[36m";
    case Style::dim:
      return "\x1b[2m";
    case Style::warning:
      return "\x1b[35m";
  }
  return "";
}

UChar32 decode(std::string_view text, std::size_t& at) {
  auto index = static_cast<std::int32_t>(0);
  const auto length =
      static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
  const char* bytes = text.data() + at;
  UChar32 character = 0;
  U8_NEXT(bytes, index, length, character);
  at += static_cast<std::size_t>(index);
  return character < 0 ? 0xFFFD : character;
}

// What follows an ESC: "[31m", "]0;title BEL", or one character. Bounded, so that a lone
// ESC before a long text does not swallow it.
void skip_sequence(std::string_view text, std::size_t& at) {
  constexpr std::size_t longest = 256;
  if (at >= text.size()) return;
  const char kind = text[at];
  const std::size_t end = std::min(text.size(), at + longest);
  if (kind == '[') {
    std::size_t last = at + 1;
    while (last < end && text[last] >= 0x20 && text[last] < 0x40) ++last;
    if (last < end && text[last] >= 0x40 && text[last] < 0x7F) at = last + 1;
  } else if (kind == ']' || kind == 'P' || kind == '_' || kind == '^') {
    std::size_t last = at + 1;
    while (last < end && text[last] != '\a' && text[last] != '\x1b') ++last;
    if (last < end) at = last + (text[last] == '\a' ? 1 : 0);
  }
}

bool is_space(UChar32 character) {
  return character == '\t' || character == '\n' || character == '\r' ||
         (u_charType(character) == U_SPACE_SEPARATOR) ||
         u_charType(character) == U_LINE_SEPARATOR ||
         u_charType(character) == U_PARAGRAPH_SEPARATOR;
}

// Controls, format characters (zero width, direction overrides), surrogates, private use.
bool is_unsafe(UChar32 character) {
  switch (u_charType(character)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_SURROGATE:
    case U_PRIVATE_USE_CHAR:
      return true;
    default:
      return false;
  }
}

bool is_wide(UChar32 character) {
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

bool is_mark(UChar32 character) {
  const auto type = u_charType(character);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

// Marks on one letter beyond these are thrown away ("zalgo" text).
constexpr std::size_t most_mark_bytes = 16;

void add_glyph(std::vector<Glyph>& glyphs, UChar32 character, std::string_view bytes,
               Style style) {
  if (is_space(character)) {
    if (!glyphs.empty() && !glyphs.back().space())
      glyphs.push_back({" ", 1, style, false});
    return;
  }
  if (is_unsafe(character)) return;
  if (is_mark(character)) {
    if (!glyphs.empty() && glyphs.back().bytes.size() < most_mark_bytes)
      glyphs.back().bytes += bytes;
    return;
  }
  const bool wide = is_wide(character);
  glyphs.push_back({std::string(bytes), wide ? 2u : 1u, style, wide});
}

// Style by byte, for the few spans of a snippet.
class Styles {
 public:
  explicit Styles(const std::vector<StyledSpan>& spans) : spans_(spans) {
    std::stable_sort(spans_.begin(), spans_.end(), [](const auto& a, const auto& b) {
      return a.span.start < b.span.start;
    });
  }

  // Called with growing offsets. Of overlapping spans the one that started last wins.
  Style at(std::size_t offset) {
    while (next_ < spans_.size() && spans_[next_].span.start <= offset)
      open_.push_back(spans_[next_++]);
    while (!open_.empty() && open_.back().span.end <= offset) open_.pop_back();
    return open_.empty() ? Style::plain : open_.back().style;
  }

 private:
  std::vector<StyledSpan> spans_;
  std::vector<StyledSpan> open_;
  std::size_t next_ = 0;
};

std::vector<Glyph> glyphs_of(std::string_view text,
                             const std::vector<StyledSpan>& spans) {
  std::vector<Glyph> glyphs;
  Styles styles(spans);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const UChar32 character = decode(text, at);
    if (character == escape) {
      skip_sequence(text, at);
      continue;
    }
    const bool valid = character != 0xFFFD;
    add_glyph(glyphs, character, valid ? text.substr(start, at - start) : "\xEF\xBF\xBD",
              styles.at(start));
  }
  if (!glyphs.empty() && glyphs.back().space()) glyphs.pop_back();
  return glyphs;
}

using Position = std::vector<Glyph>::const_iterator;

std::string printed(Position first, Position last, bool colour) {
  std::string out;
  Style now = Style::plain;
  for (; first != last; ++first) {
    if (colour && first->style != now) {
      if (now != Style::plain) out += "\x1b[0m";
      out += code(first->style);
      now = first->style;
    }
    out += first->bytes;
  }
  if (now != Style::plain) out += "\x1b[0m";
  return out;
}

// The end of the line that starts at `first`: after the last break that fits.
Position line_end(Position first, Position last, std::size_t width) {
  std::size_t columns = 0;
  Position fits = first;
  for (Position at = first; at != last; ++at) {
    if (at->space() || at->wide || (at != first && std::prev(at)->wide)) fits = at;
    columns += at->columns;
    if (columns > width && !at->space()) {
      if (fits != first) return fits;
      return at == first ? at + 1 : at;  // a word longer than the line
    }
  }
  return last;
}

std::size_t columns_of(const std::vector<Glyph>& glyphs) {
  std::size_t columns = 0;
  for (const Glyph& glyph : glyphs) columns += glyph.columns;
  return columns;
}

std::string whole(const std::vector<Glyph>& glyphs) {
  return printed(glyphs.begin(), glyphs.end(), false);
}

void cut(std::vector<Glyph>& glyphs, std::size_t width) {
  std::size_t columns = columns_of(glyphs);
  if (columns <= width) return;
  while (!glyphs.empty() && columns + 1 > width) {
    columns -= glyphs.back().columns;
    glyphs.pop_back();
  }
  if (width > 0) glyphs.push_back({"\u2026", 1, Style::plain, false});
}

}  // namespace

std::string one_line(std::string_view text) {
  return whole(glyphs_of(text, {}));
}

std::size_t display_width(std::string_view text) {
  return columns_of(glyphs_of(text, {}));
}

std::string cut_to_width(std::string_view text, std::size_t width) {
  std::vector<Glyph> glyphs = glyphs_of(text, {});
  cut(glyphs, width);
  return whole(glyphs);
}

std::string cut_in_middle(std::string_view text, std::size_t width) {
  const std::vector<Glyph> glyphs = glyphs_of(text, {});
  if (columns_of(glyphs) <= width || width < 4) return cut_to_width(text, width);
  // The end of a path says more than its front.
  std::vector<Glyph> front = glyphs;
  cut(front, width / 3);
  std::size_t room = width - columns_of(front);
  auto at = glyphs.end();
  while (at != glyphs.begin() && std::prev(at)->columns <= room) room -= (--at)->columns;
  return whole(front) + whole({at, glyphs.end()});
}

std::string padded(std::string_view text, std::size_t width, bool to_the_right) {
  std::vector<Glyph> glyphs = glyphs_of(text, {});
  cut(glyphs, width);
  const std::size_t columns = columns_of(glyphs);
  const std::string space(width > columns ? width - columns : 0, ' ');
  return to_the_right ? space + whole(glyphs) : whole(glyphs) + space;
}

std::vector<std::string> wrap(std::string_view text,
                              const std::vector<StyledSpan>& styles, std::size_t width,
                              bool colour) {
  const std::vector<Glyph> glyphs = glyphs_of(text, styles);
  std::vector<std::string> lines;
  Position at = glyphs.begin();
  while (at != glyphs.end()) {
    const Position end = line_end(at, glyphs.end(), std::max<std::size_t>(width, 1));
    lines.push_back(printed(at, end, colour));
    at = end;
    if (at != glyphs.end() && at->space()) ++at;
  }
  return lines;
}

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return grouped(number) + " " + std::string(number == 1 ? one : many);
}

std::string styled(std::string_view safe, Style style, bool colour) {
  if (!colour || style == Style::plain) return std::string(safe);
  return std::string(code(style)) + std::string(safe) + "\x1b[0m";
}

}  // namespace broadsheet
