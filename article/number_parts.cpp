// Looks at the two or three tokens behind a part or an article, and no further.
#include "article/number_parts.h"

#include <cstdint>
#include <unordered_set>

#include "article/units.h"

namespace broadsheet {

bool is_divided_measure(const std::vector<Token>& tokens, std::size_t at, bool glued) {
  const Token& word = token_at(tokens, at);
  if (word.kind != TokenKind::word || word.possessive) return false;
  const std::string_view next = token_at(tokens, at + 1).folded;
  if (word.folded == "percentage" || word.folded == "basis") {
    return next.empty() || next == "point" || next == "points";
  }
  const Unit* unit = find_unit(word.folded);
  if (unit == nullptr) return false;
  return !glued || unit->dimension != "time" || unit->name == "hour";
}

std::size_t divided_at(const std::vector<Token>& tokens, std::size_t at) {
  if (token_at(tokens, at).folded == "of") ++at;
  const std::string_view article = token_at(tokens, at).folded;
  if (article != "a" && article != "an") return 0;
  ++at;
  const Token& country = token_at(tokens, at);
  if (country.capital && (country.folded == "us" || country.folded == "u.s.")) ++at;
  return is_divided_measure(tokens, at, false) ? at : 0;
}

bool is_one_coin(const std::vector<Token>& tokens, std::size_t at) {
  static const std::unordered_set<std::string_view> coins = {
      "dollar", "euro", "cent", "penny", "dime", "buck", "rupee", "franc", "quid"};
  if (!coins.contains(token_at(tokens, at + 1).folded)) return false;
  const Token& next = token_at(tokens, at + 2);
  const bool plain = next.kind == TokenKind::word && !next.is(stop);
  const bool glued = next.kind == TokenKind::hyphen && !next.spaced;
  const std::string_view before =
      at > 0 ? token_at(tokens, at - 1).folded : std::string_view{};
  return !plain && !glued && before != "against" && before != "spend" && before != "such";
}

bool is_kind_of_score(std::string_view word) {
  return word == "test" || word == "exam" || word == "sat" || word == "act" ||
         word == "credit" || word == "math" || word == "reading" || word == "approval" ||
         word == "high" || word == "low" || word == "higher" || word == "lower" ||
         word == "average" || word == "final" || word == "box" || word == "the" ||
         word == "their" || word == "his" || word == "her";
}

std::optional<Amount> add_part(const Amount& whole, const Amount& part) {
  // Both small: a whole number of digits and a fraction of at most seven places.
  if (whole.exponent < 0 || whole.exponent > 6 || part.exponent < -7) return std::nullopt;
  std::int64_t total = whole.mantissa;
  if (total > 1'000'000) return std::nullopt;
  for (int i = 0; i < whole.exponent + 7; ++i) total *= 10;
  std::int64_t small = part.mantissa;
  for (int i = part.exponent; i > -7; --i) small *= 10;
  return make_amount(total + small, -7);
}

}  // namespace broadsheet
