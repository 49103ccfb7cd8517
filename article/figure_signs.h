// Signs of prose that matter to numbers: dashes, quotes, fractions, spaces.
#pragma once

#include <cstddef>
#include <string_view>

#include "article/figure_tokens.h"

namespace broadsheet {

struct Sign {
  std::string_view bytes;
  TokenKind kind;
  Amount value = {};  // of a fraction
};

// The sign outside ASCII at the start of `text`; what is none belongs to words.
const Sign* find_sign(std::string_view text);

// The length of a non-ASCII space at the start of `text`, or 0.
std::size_t wide_space_length(std::string_view text);

// What an ASCII sign is.
TokenKind sign_kind(char c);

}  // namespace broadsheet
