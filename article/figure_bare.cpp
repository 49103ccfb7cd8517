// Each test looks at the tokens next to the number; lending looks at a handful of
// figures. Years never get here.
#include "article/figure_bare.h"

#include <algorithm>
#include <array>
#include <utility>

#include "article/figure_bounds.h"
#include "article/figure_context.h"

namespace broadsheet {
namespace {

std::string_view word_before(const std::vector<Token>& tokens, std::size_t at,
                             std::size_t count) {
  return at >= count ? tokens[at - count].folded : std::string_view{};
}

// Nothing that the number could count or be part of stands at `at`.
bool ends_clause(const std::vector<Token>& tokens, std::size_t at) {
  if (at >= tokens.size()) return true;
  const Token& token = tokens[at];
  switch (token.kind) {
    case TokenKind::word:
      return token.spaced && ((token.is(stop) && !token.is(determiner)) ||
                              token.folded == "last");  // "41 last year"
    case TokenKind::point:
    case TokenKind::comma:
      return token_at(tokens, at + 1).kind != TokenKind::number;
    case TokenKind::close:
    case TokenKind::dash:
      return true;
    case TokenKind::other:
      return true;
    default:
      return false;
  }
}

constexpr auto links =
    std::to_array<std::string_view>({"and", "or", "from", "to", "with", "than", "versus",
                                     "vs", "v", "while", "but", "against", "by"});

bool is_link(std::string_view word) {
  return std::find(links.begin(), links.end(), word) != links.end();
}

// Of the same order: one at most twenty times the other.
bool is_comparable(const Amount& a, const Amount& b) {
  const auto low = multiply(a, Amount{2, 1});
  const auto high = multiply(b, Amount{2, 1});
  return low && high && *low >= b && *high >= a;
}

const Amount& value_of(const Figure& figure) {
  static constexpr Amount zero{};
  return figure.high ? *figure.high : figure.low ? *figure.low : zero;
}

bool lends(const Figure& figure) {
  return !figure.unit.empty() && figure.dimension != "time" &&
         figure.dimension != "ratio" && figure.dimension != "age";
}

// Big or rounded, as amounts are.
bool is_scaled(const Figure& figure) {
  return value_of(figure) >= Amount{1, 4};
}

void take_unit(Figure& figure, const Figure& from) {
  figure.unit = from.unit;
  figure.dimension = from.dimension;
  figure.counts = from.counts;
}

// "the toll rose to 45", "fell by 300": a verb of change says what the number is.
bool is_end_of_change(const std::vector<Token>& tokens, const Side& side) {
  if (side.number.low < Amount{2, 0} || !ends_clause(tokens, side.end)) return false;
  const auto change = read_change(tokens, side.first, 0);
  return change && (change->link == Link::to || change->link == Link::by);
}

// "fell from 1,200 in May to 900", "rose to 900 from 800".
bool goes_on_changing(const std::vector<Token>& tokens, const Side& side,
                      const Figure& before) {
  if (!before.change) return false;
  const std::string_view link = word_before(tokens, side.at, 1);
  const Change& change = *before.change;
  return (link == "from" && change.to) || (link == "to" && (change.from || change.by));
}

// "340 of its 1,900 staff": a part of what is counted.
bool is_part_of_number(const std::vector<Token>& tokens, const Side& side) {
  if (token_at(tokens, side.end).folded != "of" || side.number.low < Amount{2, 0})
    return false;
  constexpr std::size_t reach = 4;  // "of its more than 1,900 staff"
  for (std::size_t i = side.end + 1; i < side.end + 1 + reach; ++i) {
    const Token& token = token_at(tokens, i);
    if (token.kind == TokenKind::number || token.is(cardinal)) {
      return i > side.end + 1 && token_at(tokens, i + 1).kind == TokenKind::word;
    }
    if (!token.is(determiner | filler | ordinal) && token.folded != "than") return false;
  }
  return false;
}

// "45 and 50 cases": the first of two counts of one noun.
bool opens_list(const std::vector<Token>& tokens, const Side& side) {
  const std::string_view link = token_at(tokens, side.end).folded;
  const Token& second = token_at(tokens, side.end + 1);
  if ((link != "and" && link != "or") || !side.number.digits || !second.usable ||
      second.decimal || looks_like_year(second)) {
    return false;
  }
  const Token& noun = token_at(tokens, side.end + 2);
  const Token& after = token_at(tokens, side.end + 3);
  const bool plural = is_plural(noun.folded, noun.lexeme) ||
                      (noun.kind == TokenKind::word && !noun.is(stop) &&
                       is_plural(after.folded, after.lexeme));
  // "He is 25 and 3 children live with him."
  const Token& before = side.at > 0 ? tokens[side.at - 1] : no_token;
  const bool other = before.is(month | label | clock) || before.folded == "is" ||
                     before.folded == "was" || before.folded == "aged" ||
                     before.folded == "turned" || before.folded == "age" ||
                     before.folded == "at" || before.capital;
  return plural && !other && side.number.low >= Amount{2, 0} &&
         is_comparable(side.number.low, second.value);
}

// "killed at least 37" behind "a 10-story block": who, and no unit of the block; "by a
// factor of 3.5" has no unit at all.
bool takes_no_unit(const std::vector<Token>& tokens, const FigureReading& reading) {
  const std::string_view left = word_before(tokens, reading.first, 1);
  if (left == "of") return word_before(tokens, reading.first, 2) == "factor";
  return left.starts_with("kill") || left.starts_with("injur") ||
         left.starts_with("wound") || left.starts_with("hospitali");
}

// "a 10-story block": an attribute lends its unit to nothing.
bool is_attribute(const std::vector<Token>& tokens, const FigureReading& reading) {
  const std::size_t last = reading.end;
  return last >= 2 && reading.first + 2 < last + 1 &&
         tokens[last - 2].kind == TokenKind::hyphen;
}

// "an average of 20 per week": the rate behind a lent unit.
void take_rate(const std::vector<Token>& tokens, FigureReading& reading) {
  if (token_at(tokens, reading.end).folded != "per") return;
  Figure& figure = reading.figure;
  UnitReading unit{.unit = figure.unit,
                   .dimension = figure.dimension,
                   .counts = figure.counts,
                   .end = reading.end};
  if (unit.unit.find(" per ") != std::string::npos) return;
  read_rate(tokens, unit);
  if (unit.end == reading.end) return;
  figure.unit = std::move(unit.unit);
  figure.counts = std::move(unit.counts);
  reading.end = unit.end;
  figure.span.end = tokens[unit.end - 1].span.end;
}

bool is_value_verb(std::string_view word) {
  return word == "is" || word == "was" || word == "equals";
}

}  // namespace

bool is_told_as_value(const std::vector<Token>& tokens, const Side& side) {
  if (token_at(tokens, side.at).folded == "one") return false;
  if (is_part_of_number(tokens, side) || opens_list(tokens, side)) return true;
  if (side.at == 0) {
    return is_value_verb(token_at(tokens, side.end).folded) &&
           token_at(tokens, side.end + 1).is(determiner);
  }
  const std::string_view left = word_before(tokens, side.at, 1);
  const std::string_view before = word_before(tokens, side.at, 2);
  const bool amount = left == "of" && (before == "average" || before == "total");
  const bool equal = left == "to" && before.starts_with("equal");
  if (is_end_of_change(tokens, side)) return true;
  return (amount || equal || is_value_verb(left)) && ends_clause(tokens, side.end);
}

bool continues_figure(const std::vector<Token>& tokens, const Side& side,
                      const FigureReading& before) {
  constexpr std::size_t reach = 24;
  const Figure& figure = before.figure;
  const Amount& value = side.number.low;
  const bool near = side.at > before.end && side.at <= before.end + reach;
  if (near && goes_on_changing(tokens, side, figure)) {
    return ends_clause(tokens, side.end) && is_comparable(value, value_of(figure));
  }
  if (side.at < before.end + 2 || !near) return false;
  if (value < Amount{2, 0} || !is_link(word_before(tokens, side.at, 1))) return false;
  // "on May 5 and 6", "rows 3 to 7": the link joins it to another number.
  if (token_at(tokens, side.at - 2).kind == TokenKind::number) return false;
  if (!ends_clause(tokens, side.end)) return false;
  return lends(figure) && is_comparable(value, value_of(figure));
}

bool is_clock_or_version(const std::vector<Token>& tokens, std::size_t at) {
  const Token& number = token_at(tokens, at);
  if (at == 0) return false;
  const Token& left = tokens[at - 1];
  // A capital proves less where a sentence begins.
  const bool shown = left.capital && (at > 1 || left.lexeme == nullptr);
  if (left.kind == TokenKind::word && shown && !left.is(rise | fall | stop)) {
    return true;
  }
  // "(302) 555.0142", "10.1000/xyz"
  const std::size_t places =
      number.span.length() - static_cast<std::size_t>(number.digits);
  if (left.kind == TokenKind::close && places == 5) return true;
  const Token& next = token_at(tokens, at + 1);
  if (next.kind == TokenKind::slash && !next.spaced) return true;
  // "(-3.5)", "+2.5": odds and the like
  const bool sign = left.kind == TokenKind::hyphen || left.kind == TokenKind::minus ||
                    left.kind == TokenKind::plus;
  if (sign && !number.spaced) return true;
  if (left.folded == "version" || left.folded == "release" || left.folded == "update")
    return true;
  const bool when = left.folded == "at" || left.folded == "by" || left.folded == "from" ||
                    left.folded == "until" || left.folded == "till" ||
                    left.folded == "before" || left.folded == "after" ||
                    left.folded == "around";
  if (!when || number.value >= Amount{24, 0}) return false;
  return number.span.length() == static_cast<std::size_t>(number.digits) + 3;
}

// "life expectancy rose to 77.4", "the median age is about 38".
bool is_average_age(const std::vector<Token>& tokens, const Side& side) {
  constexpr std::size_t reach = 10;
  const Number& number = side.number;
  const bool plain = number.digits && !number.scaled && number.low >= Amount{1, 1} &&
                     number.low <= Amount{12, 1};
  if (!plain || !ends_clause(tokens, side.end)) return false;
  for (std::size_t back = 1; back <= reach && back <= side.at; ++back) {
    const Token& word = tokens[side.at - back];
    if (word.kind != TokenKind::word) return false;
    if (word.folded == "expectancy") return true;
    const std::string_view before = word_before(tokens, side.at - back, 1);
    if (word.folded == "age" &&
        (before == "average" || before == "median" || before == "mean")) {
      return true;
    }
  }
  return false;
}

bool is_told_as_age(const std::vector<Token>& tokens, const Side& side) {
  if (is_average_age(tokens, side)) return true;
  const Number& number = side.number;
  if (token_at(tokens, side.at).folded == "one") return false;
  if (number.scaled || number.fraction || number.crowd || number.low.exponent < 0 ||
      number.low < Amount{1, 0} || number.low > Amount{12, 1} || side.at == 0) {
    return false;
  }
  const std::string_view left = word_before(tokens, side.at, 1);
  const std::string_view before = word_before(tokens, side.at, 2);
  const bool age = left == "aged" || left == "age" || left == "ages" ||
                   (left == "of" && before == "age");
  if (age) return true;
  if (!ends_clause(tokens, side.end)) return false;
  const bool person = before == "he" || before == "she" || before == "who";
  const std::string_view third = word_before(tokens, side.at, 3);
  return (person && (left == "is" || left == "was" || left == "turned")) ||
         ((third == "he" || third == "she") && before == "will" && left == "be");
}

void lend_unit(const std::vector<Token>& tokens, std::vector<FigureReading>& readings) {
  constexpr std::size_t reach = 4;
  const std::size_t count = readings.size();
  if (count < 2) return;
  FigureReading& last = readings.back();
  FigureReading& before = readings[count - 2];
  if (!last.figure.unit.empty()) {
    const bool part = token_at(tokens, before.end).folded == "of" &&
                      last.first <= before.end + 4 && before.figure.unit.empty();
    const std::string_view link = token_at(tokens, before.end).folded;
    const bool list = (link == "and" || link == "or") && last.first == before.end + 1 &&
                      before.figure.unit.empty() && last.figure.dimension == "count" &&
                      is_comparable(value_of(before.figure), value_of(last.figure));
    if ((part && lends(last.figure)) || list) take_unit(before.figure, last.figure);
    return;
  }
  if (takes_no_unit(tokens, last)) return;
  const Amount& value = value_of(last.figure);
  const bool converted = token_at(tokens, last.end).kind == TokenKind::open &&
                         token_at(tokens, last.end + 1).kind == TokenKind::currency;
  if (!converted && !ends_clause(tokens, last.end)) return;
  if (last.figure.low && last.figure.high && *last.figure.low != *last.figure.high)
    return;  // "five numbers from 1 to 69"
  const bool steps = last.figure.change && last.figure.change->by;
  if (before.figure.unit == "percent" && steps && value < Amount{1, 2}) {
    take_unit(last.figure, before.figure);
    return;
  }
  for (std::size_t back = 2; back <= reach && back <= count; ++back) {
    const Figure& figure = readings[count - back].figure;
    // "2.2 billion shekels ($590 million) and 71 million": not from the conversion.
    const std::size_t first = readings[count - back].first;
    if (first > 0 && tokens[first - 1].kind == TokenKind::open) continue;
    if (is_attribute(tokens, readings[count - back])) continue;
    if (!lends(figure) || !is_comparable(value, value_of(figure))) continue;
    // "$15 for seniors 65 and up", "ran 400 metres in 45.11"
    const bool counted = figure.dimension == "count";
    if (!counted && !is_link(word_before(tokens, last.first, 1)) &&
        !is_scaled(last.figure))
      continue;
    take_unit(last.figure, figure);
    take_rate(tokens, last);
    return;
  }
}

}  // namespace broadsheet
