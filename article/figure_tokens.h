// The tokens of one sentence, as the figure reader sees them: words with what the lexicon
// knows of them, numbers with their exact value, and signs. Text is read once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "article/amount.h"
#include "article/figure_lexicon.h"
#include "article/number_style.h"
#include "article/span.h"
#include "article/units.h"

namespace broadsheet {

enum class TokenKind : unsigned char {
  word,
  number,
  fraction,  // one sign: "½"
  hyphen,    // also the non-breaking one
  dash,      // en and em dash, "--"
  minus,     // the true minus sign
  percent,
  currency,
  comma,
  point,
  colon,
  slash,
  open,
  close,
  quote,
  tilde,
  plus,
  less,
  greater,
  equals,
  degree,
  times,  // the multiplication sign
  caret,
  hash,
  other,
};

struct Token {
  TokenKind kind = TokenKind::other;
  bool spaced = false;      // white space or the start of the text before it
  bool capital = false;     // a word with a capital: "Meta", "iPhone"
  bool mixed = false;       // a word with digits inside: "H200"
  bool possessive = false;  // a word with 's after it
  bool usable = false;      // a number that reads as one; "1.2.3" does not
  bool grouped = false;     // a number with thousands separators
  bool decimal = false;     // a number with a decimal point
  int digits = 0;           // of a number, before the point
  Span span;
  std::string_view folded;  // a word in lower case
  const Lexeme* lexeme = nullptr;
  const Unit* currency = nullptr;  // of a currency sign or glued letters: "US$", "RM"
  Amount value;                    // of a number or a fraction sign
  // What clause_words found, plus 1: it is asked many times for each token.
  mutable unsigned char part = 0;

  bool is(std::uint32_t classes) const {
    return lexeme != nullptr && lexeme->is(classes);
  }
};

// What stands at both ends of a text.
inline constexpr Token no_token{};

// The token at an index; behind the last one, no_token.
inline const Token& token_at(const std::vector<Token>& tokens, std::size_t at) {
  return at < tokens.size() ? tokens[at] : no_token;
}

// "5-hour": a hyphen without spaces stands at `at`.
inline bool joined_by_hyphen(const std::vector<Token>& tokens, std::size_t at) {
  return token_at(tokens, at).kind == TokenKind::hyphen && !tokens[at].spaced &&
         at + 1 < tokens.size() && !tokens[at + 1].spaced;
}

// Replaces `tokens` by those of `text`; `lower` is the text with its ASCII letters in
// lower case, and words are views into it. Offsets are moved by `offset`. In continental
// style a point parts thousands and a comma decimals.
void tokenise_figures(std::string_view text, std::string_view lower, std::size_t offset,
                      std::vector<Token>& tokens,
                      NumberStyle style = NumberStyle::english);

}  // namespace broadsheet
