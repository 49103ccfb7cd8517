// A side is read left to right; what it may look back at is the code of a currency in
// front of the number ("USD 5") and no further than the figure before.
#include "article/figure_side.h"

#include <string>
#include <utility>

#include "article/figure_context.h"
#include "article/number_forms.h"

namespace broadsheet {
namespace {

// "15 dollars 50", "twenty dollars and 43": two places behind the word of a currency, and
// nothing that they could count.
bool may_be_bare_cents(const std::vector<Token>& tokens, const Side& side,
                       const Number& cents) {
  const Token& behind = token_at(tokens, cents.end);
  const bool ends = behind.kind == TokenKind::word
                        ? behind.is(stop) && !behind.is(determiner)
                        : behind.kind == TokenKind::point ||
                              behind.kind == TokenKind::comma ||
                              cents.end >= tokens.size();
  const bool digits_behind = behind.kind == TokenKind::comma &&
                             token_at(tokens, cents.end + 1).kind == TokenKind::number;
  return !side.prefix && !cents.scaled && !cents.fraction && ends && !digits_behind;
}

// "$13.50" in words: "13 dollars and 50 cents". Adds hundredths to whole units.
void read_cents(const std::vector<Token>& tokens, Side& side) {
  if (side.number.scaled || side.number.crowd || side.number.low.exponent < 0) return;
  std::size_t at = side.end;
  if (token_at(tokens, at).folded == "and") ++at;
  const Token& first = token_at(tokens, at);
  if (first.kind != TokenKind::number && !first.is(cardinal)) return;
  const auto cents = read_number(tokens, at, false, false);
  if (!cents || cents->low.exponent < 0 || cents->low >= Amount{1, 2}) return;
  const auto unit = read_measure(tokens, cents->end, *cents);
  if (unit ? unit->unit != "cent" && unit->unit != "penny"
           : !may_be_bare_cents(tokens, side, *cents)) {
    return;
  }
  std::int64_t total = side.number.low.mantissa;
  if (side.number.low >= Amount{1, 9}) return;
  for (int i = 0; i < side.number.low.exponent; ++i) total *= 10;
  total = total * 100 + cents->low.mantissa * (cents->low.exponent == 1 ? 10 : 1);
  if (const auto value = make_amount(total, -2)) {
    side.number.low = side.number.high = side.number.bare = *value;
    side.number.digits = false;
    side.end = side.unit->end = unit ? unit->end : cents->end;
  }
}

void read_prefix_unit(const std::vector<Token>& tokens, Side& side,
                      const Unit& currency) {
  side.prefix = true;
  std::size_t end = side.number.end;
  // "$10 dollars" says it twice, "$75 U.S. per barrel" says whose.
  const Token& next = token_at(tokens, end);
  if (next.kind == TokenKind::word) {
    const Unit* again = find_unit(next.folded);
    const bool twice = again != nullptr && again->name == currency.name;
    const bool whose = (next.folded == "u.s." || next.folded == "us") && next.capital &&
                       token_at(tokens, end + 1).folded == "per";
    if (twice || whose) ++end;
  }
  side.unit = UnitReading{
      .unit = std::string(currency.name), .dimension = "money", .counts = {}, .end = end};
  read_rate(tokens, *side.unit);
  side.end = side.unit->end;
}

// "ringgit 42", "Malaysian ringgit 42": a name before the number, which has no unit of
// its own. "Euro 2024" is a tournament, "the yen 142" a rate.
const Unit* named_currency(const std::vector<Token>& tokens, const SideContext& context,
                           Side& side, std::size_t word) {
  const std::string_view name = tokens[word].folded;
  const Unit* unit = name.size() >= 4 ? find_unit(name) : nullptr;
  if (unit == nullptr || unit->dimension != "money" || unit->name.size() != 3) {
    return nullptr;
  }
  if (name.starts_with("buck")) return nullptr;  // "Bucks 102, Heat 99"
  std::size_t first = word;
  if (word > context.done && tokens[word - 1].is(multi_unit)) {
    const std::string whole =
        std::string(tokens[word - 1].folded) + " " + std::string(name);
    if (const Unit* exact = find_unit(whole)) {
      unit = exact;
      first = word - 1;
    }
  }
  const Token& before = token_at(tokens, first - 1);
  const bool told = first > 0 && before.kind == TokenKind::word &&
                    (before.is(determiner | cardinal) || before.lexeme == nullptr);
  const Token& digits = tokens[side.at];
  const Token& behind = token_at(tokens, side.at + 1);
  const bool counted = behind.kind == TokenKind::word && !behind.is(stop | scale);
  const bool sign =
      behind.kind == TokenKind::percent || behind.kind == TokenKind::currency;
  if (told || counted || sign || before.kind == TokenKind::number ||
      looks_like_year(digits)) {
    return nullptr;
  }
  side.first = first;
  return unit;
}

// The currency in front of the number: a sign, or a code as in "USD 5" and "Rs. 20".
const Unit* prefix_currency(const std::vector<Token>& tokens, const SideContext& context,
                            Side& side) {
  const Token& first = token_at(tokens, side.at);
  if (first.kind == TokenKind::currency) {
    ++side.at;
    const Token& sign = token_at(tokens, side.at);
    const bool minus = sign.kind == TokenKind::hyphen || sign.kind == TokenKind::minus;
    if (minus && !sign.spaced && !token_at(tokens, side.at + 1).spaced) {
      side.negative = true;
      ++side.at;
    }
    return first.currency;
  }
  if (side.at <= context.done || first.kind != TokenKind::number) return nullptr;
  std::size_t code = side.at - 1;
  if (tokens[code].kind == TokenKind::point && !tokens[code].spaced &&
      code > context.done) {
    --code;
  }
  const Token& word = tokens[code];
  if (word.kind != TokenKind::word || word.possessive) return nullptr;
  if (const Unit* named = named_currency(tokens, context, side, code)) return named;
  if (!word.capital || word.folded == "us" || word.folded == "u.s.") return nullptr;
  if (const auto scaled = read_scaled_code(word)) {  // "MAUD 60"
    side.first = code;
    return scaled->currency;
  }
  const Unit* unit = find_currency_prefix(word.folded);
  if (unit != nullptr) side.first = code;
  return unit;
}

bool multiply_by(Number& number, const Amount& factor) {
  const auto value = multiply(number.low, factor);
  if (!value || number.scaled || number.crowd) return false;
  number.low = number.high = *value;
  number.factor = factor;
  number.scaled = true;
  number.digits = false;
  return true;
}

void take_code_scale(const Token& code, Number& number) {
  if (const auto scaled = read_scaled_code(code)) {
    multiply_by(number, Amount{1, scaled->exponent});
  }
}

// "75 USD million"
void read_scale_behind_code(const std::vector<Token>& tokens, Side& side) {
  const Token& code = token_at(tokens, side.end);
  const Token& word = token_at(tokens, side.end + 1);
  if (!code.capital || !word.is(scale) || word.lexeme->value != 1) return;
  const Unit* unit = find_currency_prefix(code.folded);
  if (unit == nullptr || code.folded.size() != 3) return;
  if (!multiply_by(side.number, Amount{1, word.lexeme->exponent})) return;
  side.end = side.number.end = side.end + 2;
  side.unit = UnitReading{.unit = std::string(unit->name),
                          .dimension = "money",
                          .counts = {},
                          .end = side.end};
  read_rate(tokens, *side.unit);
  side.end = side.unit->end;
}

}  // namespace

std::optional<Side> read_side(const std::vector<Token>& tokens, std::size_t at,
                              const SideContext& context) {
  Side side{.first = at, .at = at, .end = at};
  const Unit* currency = prefix_currency(tokens, context, side);
  const bool money = context.money || currency != nullptr;
  const auto number = read_number(tokens, side.at, money, context.between);
  if (!number) return std::nullopt;
  side.number = *number;
  side.end = number->end;
  if (side.first < side.at) take_code_scale(token_at(tokens, side.first), side.number);
  if (!currency) read_scale_behind_code(tokens, side);
  if (side.unit) return side;
  if (currency != nullptr) {
    read_prefix_unit(tokens, side, *currency);
  } else if (auto unit = read_measure(tokens, number->end, *number)) {
    side.end = unit->end;
    side.unit = std::move(unit);
  }
  if (side.unit && side.unit->dimension == "money" && side.unit->unit.size() == 3) {
    read_cents(tokens, side);
  }
  return side;
}

std::optional<Side> read_one_in(const std::vector<Token>& tokens, const Side& side) {
  const Number& part = side.number;
  if (side.unit || part.scaled || part.crowd || part.fraction) return std::nullopt;
  std::size_t at = side.end;
  const bool in = token_at(tokens, at).folded == "in";
  const bool out_of =
      token_at(tokens, at).folded == "out" && token_at(tokens, at + 1).folded == "of";
  const bool of_every =
      token_at(tokens, at).folded == "of" && token_at(tokens, at + 1).folded == "every";
  if (!in && !out_of && !of_every) return std::nullopt;
  at += out_of ? 2 : 1;
  if (token_at(tokens, at).folded == "every") ++at;
  const Token& first = token_at(tokens, at);
  if (first.kind != TokenKind::number && !first.is(cardinal)) return std::nullopt;
  const auto whole = read_number(tokens, at, false, false);
  if (!whole || whole->crowd || whole->fraction || whole->low.exponent < 0)
    return std::nullopt;
  if (part.low.exponent < 0 || !(whole->low > part.low) || whole->low > Amount{1, 4} ||
      looks_like_year(first)) {
    return std::nullopt;
  }
  // "three in four months" counts months; "7 in 10" is a part.
  const bool round = whole->low == Amount{5, 0} || whole->low.mantissa == 1;
  if (in && part.low != Amount{1, 0} && !round) return std::nullopt;
  const auto measure = read_measure(tokens, whole->end, *whole);
  if (in && measure && measure->dimension == "time") return std::nullopt;
  const auto value = divide(part.low, whole->low);
  if (!value) return std::nullopt;
  Side fraction = side;
  fraction.number = *whole;
  fraction.number.low = fraction.number.high = fraction.number.bare = *value;
  fraction.number.fraction = true;
  fraction.number.digits = false;
  fraction.end = whole->end;
  fraction.unit = UnitReading{
      .unit = "fraction", .dimension = "ratio", .counts = {}, .end = fraction.end};
  return fraction;
}

void share_list_unit(const std::vector<Token>& tokens, Side& side) {
  if (looks_like_year(token_at(tokens, side.at))) return;  // "in 2013, and 278,000 t"
  constexpr int longest_list = 6;
  std::size_t at = side.end;
  const auto is_and = [&] {
    return token_at(tokens, at).folded == "and" || token_at(tokens, at).folded == "or";
  };
  for (int count = 0; count < longest_list; ++count) {
    const bool comma = token_at(tokens, at).kind == TokenKind::comma;
    if (!comma && !is_and()) return;
    ++at;
    if (comma && is_and()) ++at;
    if (token_at(tokens, at).kind != TokenKind::number) return;
    const auto number = read_number(tokens, at, false, false);
    if (!number || number->crowd || looks_like_year(token_at(tokens, at))) return;
    if (auto unit = read_measure(tokens, number->end, *number)) {
      if (unit->dimension == "time" || unit->dimension == "age") return;
      unit->end = side.end;
      side.unit = std::move(unit);
      return;
    }
    if (number->scaled) return;
    at = number->end;
  }
}

}  // namespace broadsheet
