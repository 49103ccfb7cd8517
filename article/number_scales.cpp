// Letters mean little by themselves, so what follows them decides.
#include "article/number_scales.h"

namespace broadsheet {
namespace {

// Whether the words from token `at` on are a noun in the plural ("combined digital
// sales") or a part of somebody's things ("of its devices").
bool counts_things(const std::vector<Token>& tokens, std::size_t at) {
  if (token_at(tokens, at).folded == "of") {
    const std::string_view owner = token_at(tokens, at + 1).folded;
    return owner == "its" || owner == "their" || owner == "our";
  }
  constexpr std::size_t reach = 5;
  for (std::size_t i = at; i < at + reach; ++i) {
    const Token& word = token_at(tokens, i);
    if (word.kind != TokenKind::word || !word.spaced) return false;
    // "8m Britons", but not "1B Tom Potts".
    if (is_plural(word.folded, word.lexeme)) return !word.capital || i == at;
    const bool joins = i > at && (word.folded == "and" || word.folded == "or");
    if (word.is(extent | stop | month) && !joins) return false;
  }
  return false;
}

// "3m short", "2m more", "5m strong": said of amounts, never of a length in metres.
bool tells_amount(std::string_view word) {
  return word == "short" || word == "more" || word == "fewer" || word == "extra" ||
         word == "strong" || word == "unemployed" || word == "jobless";
}

}  // namespace

// m, b and t after digits are scales of money; of other things only where a thing
// follows: "3.9m users", but "1.8m tall" and "an 8m jump" are metres.
bool letter_is_scale(const std::vector<Token>& tokens, std::size_t at, bool money) {
  const Token& letter = token_at(tokens, at);
  if (letter.spaced) return money && (letter.folded == "m" || letter.folded == "b");
  if (money || letter.folded == "k") return true;
  if (letter.folded == "b") {  // "3.5B", "2B users"; "3B" is a base, a flat, a train
    const Token& digits = token_at(tokens, at - 1);
    return letter.capital && (digits.decimal || counts_things(tokens, at + 1));
  }
  if (letter.folded != "m") return false;
  // "3M" without a noun is the company.
  const Token& digits = token_at(tokens, at - 1);
  const bool company = digits.value == Amount{3, 0} && digits.digits == 1;
  return (letter.capital && !company) || tells_amount(token_at(tokens, at + 1).folded) ||
         counts_things(tokens, at + 1);
}

bool is_plural_scale(const Token& word) {
  return word.is(crowd) && word.spaced && word.lexeme->value == 1 &&
         word.lexeme->exponent >= 6;
}

}  // namespace broadsheet
