// Ranges: two sides and a sign between them. Scale, currency and unit said once hold for
// both: "$45-50 billion", "5 to 7 million", "8- to 16-meter". Scores ("2-1"), year ranges
// and chains of numbers are none.
#include <utility>

#include "article/figure_bounds.h"
#include "article/figure_context.h"
#include "article/figure_side.h"

namespace broadsheet {
namespace {

bool is_hyphen(const Token& token) {
  return token.kind == TokenKind::hyphen || token.kind == TokenKind::minus;
}

// Index past the sign of a range at `at`.
std::optional<std::size_t> after_range_sign(const std::vector<Token>& tokens,
                                            std::size_t at, bool between) {
  const Token& sign = token_at(tokens, at);
  const Token& next = token_at(tokens, at + 1);
  if (sign.kind == TokenKind::word) {
    const bool joins =
        sign.folded == "to" || sign.folded == "or" || (between && sign.folded == "and");
    return joins ? std::optional(at + 1) : std::nullopt;
  }
  if (is_hyphen(sign)) {
    if (sign.spaced) return std::nullopt;
    if (next.folded == "to") return at + 2;
    const bool glued = at + 1 < tokens.size() && !next.spaced;
    return glued ? std::optional(at + 1) : std::nullopt;
  }
  // A dash with space on one side only is a pause.
  if (sign.kind == TokenKind::dash || sign.kind == TokenKind::tilde) {
    const bool even = at + 1 < tokens.size() && sign.spaced == next.spaced;
    return even && sign.span.length() <= 3 ? std::optional(at + 1) : std::nullopt;
  }
  return std::nullopt;
}

// Gives the first side the scale of the second where that makes a range; says whether the
// two can be one range at all.
bool share_scale(Side& low, const Side& high, bool framed) {
  Number& a = low.number;
  const Number& b = high.number;
  if (a.scaled || !b.scaled || b.factor == Amount{1, 0}) return true;
  if (a.bare < Amount{1, 3}) {
    const auto value = multiply(a.bare, b.factor);
    if (value && *value <= b.low) {
      a.low = a.high = *value;
      return true;
    }
  }
  return framed || a.low >= Amount{1, 3};  // "from $200 to $4 million"
}

bool share_unit(const std::vector<Token>& tokens, Side& low, Side& high, bool framed) {
  if (low.unit && high.unit) {
    if (low.unit->unit == high.unit->unit) return true;
    if (low.unit->unit.starts_with(high.unit->unit + " per ")) {
      high.unit->unit = low.unit->unit;  // "from $75 per barrel to $46"
      return true;
    }
    // "$350 to $680 per kg", "$5 to 7 dollars"
    return high.unit->unit.starts_with(low.unit->unit + " per ") ||
           (low.prefix && high.unit->dimension == "money" && !high.prefix);
  }
  if (!low.unit) return true;
  // "rose 0.1% to 1,333": what follows another unit alone is no percentage.
  const bool word_sign = token_at(tokens, low.end).kind == TokenKind::word;
  if (!low.prefix && (low.unit->unit != "percent" || word_sign)) return false;
  if (word_sign && !framed && !high.number.scaled &&
      high.number.low > multiply(low.number.low, Amount{1, 1}).value_or(Amount{})) {
    return false;
  }
  high.unit = low.unit;
  high.unit->end = high.end;
  read_rate(tokens, *high.unit);
  high.end = high.unit->end;
  return true;
}

// "three or four years" is a range; "5 or 10 people" is a choice.
bool is_neighbour(const Number& a, const Number& b) {
  return a.low.exponent == 0 && a.low.mantissa < 10 && !a.scaled && !b.scaled &&
         b.low == make_amount(a.low.mantissa + 1).value_or(Amount{});
}

// "2022-26", "2018 to 3.9 million": a year is no end, and two years are no figure.
bool has_year(const std::vector<Token>& tokens, const Side& low, const Side& high,
              bool from) {
  // "from 1850 to 2500"
  const auto plain_four = [&](const Side& side) {
    const Token& digits = token_at(tokens, side.at);
    return side.number.digits && digits.digits == 4 && !digits.grouped &&
           !digits.decimal && !side.unit && digits.value >= Amount{1, 3} &&
           digits.value < Amount{3, 3};
  };
  if (from && plain_four(low) && plain_four(high)) return true;
  if (low.prefix || !looks_like_year(token_at(tokens, low.at))) return false;
  if (high.prefix) return !low.unit;  // "its budget for 2025 to $64 billion"
  if (high.unit && !high.number.scaled && !low.unit)
    return looks_like_year(tokens[high.at]);
  if (low.unit) return false;
  return high.number.scaled || !from || looks_like_year(token_at(tokens, high.at));
}

// "324-2861"
bool is_phone_number(const std::vector<Token>& tokens, const Side& low,
                     const Side& high) {
  const bool bare = !low.unit && !high.unit && low.number.digits && high.number.digits;
  return bare && is_hyphen(token_at(tokens, low.end)) &&
         token_at(tokens, low.at).digits == 3 && token_at(tokens, high.at).digits == 4 &&
         !token_at(tokens, high.at).grouped;
}

// "fell by 300 to 900": the step and where it led, which lie further apart than the ends
// of a range.
bool is_step(const std::vector<Token>& tokens, const Side& low, const Side& high) {
  const auto change = read_change(tokens, low.first, 0);
  if (!change || change->link != Link::by) return false;
  if (high.unit && high.unit->dimension == "ratio") return false;
  const auto thrice = multiply(low.number.low, Amount{3, 0});
  return thrice && high.number.low >= *thrice && high.number.low >= Amount{1, 2};
}

}  // namespace

std::optional<Side> read_range(const std::vector<Token>& tokens, Side& low, bool between,
                               bool from) {
  const auto start = after_range_sign(tokens, low.end, between);
  if (!start || low.number.crowd || !may_begin_number(token_at(tokens, *start))) {
    return std::nullopt;
  }
  const Token& first = token_at(tokens, *start);
  if (first.folded == "a" || first.folded == "an") return std::nullopt;
  const Token& sign = token_at(tokens, low.end);
  const bool word_sign = sign.kind == TokenKind::word;
  const bool framed = between || from;
  const bool money = low.unit && low.unit->dimension == "money";
  auto high =
      read_side(tokens, *start, {.done = *start, .money = money, .between = between});
  if (!high || high->number.crowd || high->number.fraction != low.number.fraction) {
    return std::nullopt;
  }
  // "three or four years", "8% or 9%"
  const bool alike =
      !low.unit || (!low.prefix && high->unit && low.unit->unit == high->unit->unit);
  if (sign.folded == "or" && (!alike || !is_neighbour(low.number, high->number))) {
    return std::nullopt;
  }
  if (is_phone_number(tokens, low, *high)) return std::nullopt;
  // "fell 3.5p to 210p" is a step and where it led to.
  const Token& before = token_at(tokens, low.at - 1);
  const bool step = low.at > 0 && (before.is(rise) || before.is(fall));
  if (step && !framed && sign.folded == "to" && low.unit) return std::nullopt;
  if (!framed && sign.folded == "to" && is_step(tokens, low, *high)) return std::nullopt;
  Side shared = low;
  if (has_year(tokens, low, *high, from) || !share_scale(shared, *high, framed) ||
      !share_unit(tokens, shared, *high, framed)) {
    return std::nullopt;
  }
  if (high->number.low == shared.number.low) return std::nullopt;
  const bool falling = high->number.low < shared.number.low;
  if (falling && (!word_sign || !from)) return std::nullopt;
  // "2-1-3", "555-1234-99"
  const Token& behind = token_at(tokens, high->end);
  const Token& after = token_at(tokens, high->end + 1);
  if (is_hyphen(behind) && !behind.spaced && after.kind == TokenKind::number) {
    return std::nullopt;
  }
  low = std::move(shared);
  return high;
}

}  // namespace broadsheet
