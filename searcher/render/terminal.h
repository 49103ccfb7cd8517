// Text for a terminal: columns, wrapping, colour. Text of stories is hostile: control
// characters, escape sequences and direction overrides never reach the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "article/span.h"

namespace broadsheet {

enum class Style { plain, heading, mark, figure, dim, warning };

struct StyledSpan {
  Span span;
  Style style = Style::plain;
};

// One line of safe text: controls and invisible characters gone, every kind of space a
// plain one, runs of it one, none at the ends; invalid UTF-8 becomes U+FFFD.
std::string one_line(std::string_view text);

// Columns that the text takes once it is safe; CJK and emoji take two, marks none.
std::size_t display_width(std::string_view text);

// one_line cut with an ellipsis to `width` columns.
std::string cut_to_width(std::string_view text, std::size_t width);

// one_line cut within, so that both its ends are seen.
std::string cut_in_middle(std::string_view text, std::size_t width);

// cut_to_width, then filled with spaces to `width`, on the left or on the right.
std::string padded(std::string_view text, std::size_t width, bool to_the_right = false);

// Safe lines of at most `width` columns, broken at spaces (within a word only where it
// is too long, or between CJK characters). The spans point into `text`; later ones win.
std::vector<std::string> wrap(std::string_view text,
                              const std::vector<StyledSpan>& styles, std::size_t width,
                              bool colour);

// 25340 ==> "25,340"; "1 story", "25,340 stories".
std::string grouped(std::size_t number);
std::string counted(std::size_t number, std::string_view one, std::string_view many);

// Text that is safe already, as it stands, in one style.
std::string styled(std::string_view safe, Style style, bool colour);

}  // namespace broadsheet
