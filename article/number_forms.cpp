// Each form is tried only where its sign stands: "point", a multiplication sign, a word
// of four capitals.
#include "article/number_forms.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace broadsheet {
namespace {

bool is_glued(const std::vector<Token>& tokens, std::size_t at) {
  return at < tokens.size() && !tokens[at].spaced;
}

// The digits one token says behind "point": "five", "75".
bool add_digits(const Token& token, std::int64_t& mantissa, int& places) {
  int digits = 0;
  std::int64_t value = 0;
  if (token.kind == TokenKind::number) {
    if (!token.usable || token.decimal || token.grouped || token.digits > 4) return false;
    digits = token.digits;
    value = token.value.mantissa;
    for (int zero = 0; zero < token.value.exponent; ++zero) value *= 10;
  } else {
    if (!token.is(cardinal)) return false;
    value = token.lexeme->value;
    digits = value < 10 ? 1 : 2;
  }
  if (places + digits > 6) return false;
  for (int i = 0; i < digits; ++i) mantissa *= 10;
  mantissa += value;
  places += digits;
  return true;
}

}  // namespace

std::optional<NumberForm> read_spoken_decimal(const std::vector<Token>& tokens,
                                              const Amount& whole, std::size_t at) {
  if (token_at(tokens, at).folded != "point") return std::nullopt;
  if (whole.exponent < 0 || whole > Amount{1, 6}) return std::nullopt;
  std::int64_t mantissa = whole.mantissa;
  for (int zero = 0; zero < whole.exponent; ++zero) mantissa *= 10;
  int places = 0;
  std::size_t end = at + 1;
  if (!add_digits(token_at(tokens, end), mantissa, places)) return std::nullopt;
  const bool words = tokens[end].kind == TokenKind::word;
  ++end;
  while (words && token_at(tokens, end).is(cardinal) &&
         token_at(tokens, end).lexeme->value < 10 &&
         add_digits(tokens[end], mantissa, places)) {
    ++end;
  }
  const auto value = make_amount(mantissa, -places);
  if (!value) return std::nullopt;
  return NumberForm{*value, end};
}

namespace {

// "x 10", "×10", "x10" before an exponent.
struct PowerBase {
  int base = 0;
  bool letter = false;  // "x" rather than the sign
  std::size_t end = 0;
};

std::optional<PowerBase> read_base(const std::vector<Token>& tokens, std::size_t at) {
  const Token& sign = token_at(tokens, at);
  if (sign.folded == "x10" || sign.folded == "x2")
    return PowerBase{sign.folded == "x10" ? 10 : 2, true, at + 1};
  const bool letter = sign.folded == "x";
  if (sign.kind != TokenKind::times && !letter) return std::nullopt;
  const Token& base = token_at(tokens, at + 1);
  if (base.kind != TokenKind::number || base.decimal) return std::nullopt;
  if (base.value == Amount{1, 1}) return PowerBase{10, letter, at + 2};
  if (base.value == Amount{2, 0}) return PowerBase{2, letter, at + 2};
  return std::nullopt;
}

// base^exponent; of 2 only what is exact.
std::optional<Amount> power_of(int base, int exponent) {
  if (base == 10) return make_amount(1, exponent);
  constexpr int largest = 59;  // 2^59 < 10^18
  if (exponent < 0 || exponent > largest) return std::nullopt;
  return make_amount(std::int64_t{1} << exponent);
}

}  // namespace

std::optional<NumberForm> read_power(const std::vector<Token>& tokens,
                                     const Amount& number, std::size_t at) {
  const auto base = read_base(tokens, at);
  if (!base) return std::nullopt;
  std::size_t place = base->end;
  const bool caret = token_at(tokens, place).kind == TokenKind::caret;
  if (caret) ++place;
  const TokenKind kind = token_at(tokens, place).kind;
  const bool minus = kind == TokenKind::minus || kind == TokenKind::hyphen;
  if (minus && !is_glued(tokens, place)) return std::nullopt;
  if (minus) ++place;
  if (!caret && !(minus && !base->letter)) return std::nullopt;
  const Token& raised = token_at(tokens, place);
  if (raised.kind != TokenKind::number || raised.spaced || !raised.usable ||
      raised.decimal || raised.digits > 2) {
    return std::nullopt;
  }
  int exponent = static_cast<int>(raised.value.mantissa);
  if (raised.value.exponent == 1) exponent *= 10;
  const auto power = power_of(base->base, minus ? -exponent : exponent);
  const auto value = power ? multiply(number, *power) : std::nullopt;
  if (!value) return std::nullopt;
  return NumberForm{*value, place + 1};
}

std::optional<NumberForm> read_ratio(const std::vector<Token>& tokens, std::size_t at) {
  const Token& over = token_at(tokens, at);
  const Token& under = token_at(tokens, at + 2);
  if (over.kind != TokenKind::number ||
      token_at(tokens, at + 1).kind != TokenKind::slash ||
      under.kind != TokenKind::number || !is_glued(tokens, at + 1) ||
      !is_glued(tokens, at + 2)) {
    return std::nullopt;
  }
  const bool plain = over.usable && under.usable && !over.decimal && !under.decimal &&
                     over.value <= Amount{1, 3} && under.value <= Amount{1, 3};
  if (!plain || token_at(tokens, at + 3).kind == TokenKind::slash) return std::nullopt;
  constexpr auto denominators = std::to_array<std::int64_t>(
      {2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 40, 50, 64, 100});
  const bool known =
      std::any_of(denominators.begin(), denominators.end(),
                  [&](std::int64_t one) { return make_amount(one) == under.value; });
  if (!known || over.value >= under.value) return std::nullopt;
  // "7/20 Tom Potts" in a list of concerts is a day; "7/16 of an inch" is a part.
  const Token& behind = token_at(tokens, at + 3);
  const bool part = behind.folded == "of" || find_unit(behind.folded) != nullptr ||
                    behind.kind == TokenKind::hyphen || behind.kind == TokenKind::percent;
  if (under.value > Amount{1, 1} && !part) return std::nullopt;
  const auto value = divide(over.value, under.value);
  if (!value) return std::nullopt;
  return NumberForm{*value, at + 3};
}

std::optional<ScaledCode> read_scaled_code(const Token& word) {
  if (word.kind != TokenKind::word || !word.capital || word.mixed) return std::nullopt;
  if (word.folded.size() != 4) return std::nullopt;
  const char scale_letter = word.folded.front();
  const int exponent = scale_letter == 'm' ? 6 : scale_letter == 'k' ? 3 : 0;
  if (exponent == 0) return std::nullopt;
  const Unit* unit = find_currency_prefix(word.folded.substr(1));
  if (unit == nullptr || unit->name.size() != 3) return std::nullopt;
  for (std::size_t i = 0; i < 3; ++i) {
    if (unit->name[i] - 'A' != word.folded[i + 1] - 'a') return std::nullopt;
  }
  return ScaledCode{unit, exponent};
}

}  // namespace broadsheet
