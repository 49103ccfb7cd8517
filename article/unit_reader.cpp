// Measures come from the table of units, longest written form first.
#include "article/unit_reader.h"

#include "article/nouns.h"
#include "article/number_forms.h"

namespace broadsheet {
namespace {

struct UnitMatch {
  const Unit* unit = nullptr;
  std::size_t end = 0;
};

// Up to five words joined by spaces, hyphens or slashes, the longest that is a unit.
UnitMatch match_words(const std::vector<Token>& tokens, std::size_t at) {
  UnitMatch best;
  std::string form;
  std::size_t i = at;
  for (int words = 0; words < 5; ++words) {
    const Token& word = token_at(tokens, i);
    if (word.kind != TokenKind::word || (word.mixed && words > 0)) break;
    form += word.folded;
    ++i;
    if (const Unit* unit = find_unit(form)) best = {unit, i};
    if (words == 0 && best.unit == nullptr) {
      if (const auto code = read_scaled_code(word)) best = {code->currency, i};
    }
    const bool slash = token_at(tokens, i).kind == TokenKind::slash && !tokens[i].spaced;
    if (words == 0 && !slash && !word.is(multi_unit)) break;
    if (word.possessive || form.size() > 60) break;
    form += slash ? '/' : ' ';
    if (slash || joined_by_hyphen(tokens, i)) ++i;
  }
  return best;
}

bool is_one(const Number& number) {
  return number.low == Amount{1, 0} && number.high == number.low;
}

// "fifteen second graders", "2019 second quarter": the singular is an ordinal.
bool is_ordinal_second(const Token& word, const Number& number, bool hyphen) {
  return word.folded == "second" && !hyphen && !is_one(number);
}

// "6 trillion won": the verb is no number's unit, the money of Korea comes in millions.
bool is_korean_won(const std::vector<Token>& tokens, std::size_t at,
                   const Number& number) {
  return token_at(tokens, at).folded == "won" && number.scaled &&
         number.low >= Amount{1, 6} && !token_at(tokens, at + 1).is(determiner);
}

UnitMatch match_short(const std::vector<Token>& tokens, std::size_t at,
                      const Number& number, bool hyphen) {
  const Token& word = token_at(tokens, at);
  const bool glued = !word.spaced || hyphen;
  if (word.capital) {
    const Token& next = token_at(tokens, at + 1);
    if (word.folded == "w" && !glued && next.kind == TokenKind::word)
      return {find_short_unit("w"), at + 1};  // "a 5 W charger"
    const bool slash = next.kind == TokenKind::slash && !next.spaced;
    if (word.folded == "ma" && next.folded == "ago") {
      return {find_short_unit("ma"), at + 1};  // "66 Ma ago"
    }
    if (word.folded == "j" && slash) return {find_unit("joule"), at + 1};
    if (!glued || word.folded.size() != 1) return {};
    switch (word.folded[0]) {
      case 'c':
        return {find_unit("celsius"), at + 1};
      case 'f':
        return {find_unit("fahrenheit"), at + 1};
      case 'j':
        return {find_unit("joule"), at + 1};
      case 'w':
      case 'v':
      case 'l':
      case 'x':
        return {find_short_unit(word.folded), at + 1};
      default:
        return {};
    }
  }
  if (word.folded == "ma") return {};  // only in capitals
  // "2 pm" is a time.
  if (word.folded == "pm" && number.low.exponent >= 0) return {};
  // "1990s", "80s" are decades; tenths of seconds are times.
  if (word.folded == "s" && number.low.exponent >= 0) return {};
  if (!glued) {
    const Token& next = token_at(tokens, at + 1);
    const bool alone = next.kind != TokenKind::word || next.folded == "x" || next.mixed;
    const bool plain = word.folded == "m" || word.folded == "c" || word.folded == "yo" ||
                       word.folded == "t" || word.folded == "pm" ||
                       (word.folded == "in" && next.kind != TokenKind::number);
    const bool pence = word.folded == "p" && (alone || next.is(stop));
    if (!pence && !(plain && (alone || word.folded == "yo"))) {
      const bool tonnes = word.folded == "t" && number.low >= Amount{1, 3};
      if (!tonnes) return {};
    }
  }
  return {find_short_unit(word.folded), at + 1};
}

UnitMatch match_sign(const std::vector<Token>& tokens, std::size_t at,
                     const Number& number) {
  const Token& sign = token_at(tokens, at);
  if (sign.kind == TokenKind::percent) {
    const Token& next = token_at(tokens, at + 1);
    if (next.folded == "points" || next.folded == "point") {
      return {find_unit("percentage point"), at + 2};
    }
    return {find_unit("%"), at + 1};
  }
  if (sign.kind == TokenKind::degree) {
    const Token& next = token_at(tokens, at + 1);
    const bool letter = next.kind == TokenKind::word && next.folded.size() == 1;
    if (letter && next.folded == "c") return {find_unit("celsius"), at + 2};
    if (letter && next.folded == "f") return {find_unit("fahrenheit"), at + 2};
    const Unit* unit = find_unit(sign.folded);
    return {unit != nullptr ? unit : find_unit("degree"), at + 1};
  }
  // "10\" long"
  if (sign.kind == TokenKind::quote && !number.words &&
      token_at(tokens, at + 1).is(extent)) {
    return {find_short_unit("in"), at + 1};
  }
  // "20€", but "$5 $6" are two amounts.
  if (sign.kind == TokenKind::currency) {
    const Token& next = token_at(tokens, at + 1);
    const bool of_next = next.kind == TokenKind::number && (sign.spaced || !next.spaced);
    if (!of_next) return {sign.currency, at + 1};
  }
  return {};
}

// "a 30 - year bond", where every sign was set apart: a measure in the singular and the
// noun it is said of.
bool joins_attribute(const std::vector<Token>& tokens, std::size_t at) {
  const Token& hyphen = token_at(tokens, at);
  const Token& word = token_at(tokens, at + 1);
  const Token& noun = token_at(tokens, at + 2);
  if (hyphen.kind != TokenKind::hyphen || !hyphen.spaced || !word.spaced) return false;
  if (word.kind != TokenKind::word || word.folded.ends_with('s')) return false;
  const bool followed =
      noun.kind == TokenKind::hyphen || (noun.kind == TokenKind::word && !noun.is(stop));
  return followed && find_unit(word.folded) != nullptr;
}

// "5 millions d'euros", "3 milioni di euro", "2 mil millones de dólares"
std::size_t over_particle(const std::vector<Token>& tokens, std::size_t at,
                          const Number& number) {
  if (!number.scaled) return at;
  const std::string_view word = token_at(tokens, at).folded;
  if (word == "de" || word == "di") return at + 1;
  const bool quote = token_at(tokens, at + 1).kind == TokenKind::quote;
  return word == "d" && quote ? at + 2 : at;
}

// "20 (kg)", "20 [kg]"
UnitMatch match_bracketed(const std::vector<Token>& tokens, std::size_t at) {
  if (token_at(tokens, at).kind != TokenKind::open) return {};
  const UnitMatch match = match_words(tokens, at + 1);
  if (match.unit == nullptr || token_at(tokens, match.end).kind != TokenKind::close)
    return {};
  return {match.unit, match.end + 1};
}

// Whether the words before a number, or a rate or pence behind its unit, tell of a price.
bool speaks_of_money(const std::vector<Token>& tokens, std::size_t unit,
                     std::size_t number_end) {
  constexpr std::size_t reach = 8;
  for (std::size_t i = number_end; i > 0 && number_end - i < reach; --i) {
    const Token& word = tokens[i - 1];
    if (word.is(price) || word.kind == TokenKind::currency) return true;
  }
  const std::string_view next = token_at(tokens, unit + 1).folded;
  const Token& what = token_at(tokens, unit + 2);
  const bool pence =
      what.folded == "pence" || token_at(tokens, unit + 3).folded == "pence";
  return ((next == "a" || next == "per") && what.is(span_word)) || pence;
}

// "pounds" are money when they are many or when a price is spoken of, else mass.
std::string_view settle_pounds(const UnitMatch& match, std::string_view word,
                               const Number& number, bool money) {
  if (match.unit->name != "pound-mass" || !word.starts_with("pound")) {
    return match.unit->name;
  }
  return money || number.low >= Amount{1, 5} ? "GBP" : match.unit->name;
}

// "75-year-old", "5 years old", "6 weeks of age".
void read_age(const std::vector<Token>& tokens, UnitReading& reading) {
  if (reading.dimension != "time") return;
  std::size_t next = reading.end;
  const bool apart = token_at(tokens, next).kind == TokenKind::hyphen &&
                     token_at(tokens, next + 1).folded == "old";
  if (apart || joined_by_hyphen(tokens, next)) ++next;
  const std::string_view word = token_at(tokens, next).folded;
  const bool of_age = word == "of" && token_at(tokens, next + 1).folded == "age";
  if (word != "old" && word != "olds" && !of_age) return;
  reading.unit += " of age";
  reading.dimension = "age";
  reading.end = next + (of_age ? 2 : 1);
}

struct Per {
  std::string name;
  std::size_t end;
};

// "m^2"
std::optional<Per> read_power_unit(const std::vector<Token>& tokens, std::size_t at,
                                   const Unit& unit) {
  const Token& power = token_at(tokens, at + 2);
  if (unit.dimension != "length" || token_at(tokens, at + 1).kind != TokenKind::caret ||
      power.kind != TokenKind::number) {
    return std::nullopt;
  }
  const bool square = power.value == Amount{2, 0};
  if (!square && power.value != Amount{3, 0}) return std::nullopt;
  return Per{(square ? "square " : "cubic ") + std::string(unit.name), at + 3};
}

// "230 crimes per 100,000 residents", "9 deaths per million people": the number the rate
// is told of. Of whom is left out, so that rates of residents and people compare.
std::optional<Per> read_base(const std::vector<Token>& tokens, std::size_t at) {
  const Token& number = token_at(tokens, at);
  const bool digits = number.kind == TokenKind::number && number.usable &&
                      !number.decimal && number.value >= Amount{1, 2};
  if (!digits) return std::nullopt;
  std::string name = to_string(number.value);
  for (std::size_t i = name.size(); i > 3; i -= 3) name.insert(i - 3, 1, ',');
  return Per{std::move(name), at + 1};
}

std::optional<Per> read_per(const std::vector<Token>& tokens, std::size_t at) {
  const Token& word = token_at(tokens, at);
  if (auto base = read_base(tokens, at)) return base;
  if (word.kind != TokenKind::word || word.mixed || word.is(stop)) return std::nullopt;
  if (const UnitMatch match = match_words(tokens, at); match.unit != nullptr) {
    const bool pound = match.unit->name == "pound-mass";  // no money is counted by money
    return Per{pound ? "pound" : std::string(match.unit->name), match.end};
  }
  if (const Unit* unit = find_short_unit(word.folded);
      unit && unit->dimension != "money") {
    if (auto power = read_power_unit(tokens, at, *unit)) return power;
    return Per{std::string(unit->name), at + 1};
  }
  // "per qualifying place"
  const Token& next = token_at(tokens, at + 1);
  const bool participle = word.folded.ends_with("ing") || word.folded.ends_with("ed");
  if (participle && next.kind == TokenKind::word && next.spaced && !next.is(stop)) {
    return Per{singular_noun(next.folded), at + 2};
  }
  if (word.folded == "annum") return Per{"year", at + 1};
  if (word.folded == "capita" || word.folded == "head") return Per{"person", at + 1};
  return Per{singular_noun(word.folded), at + 1};
}

}  // namespace

std::optional<UnitReading> read_measure(const std::vector<Token>& tokens, std::size_t at,
                                        const Number& number) {
  if (number.crowd && token_at(tokens, at).folded == "of") ++at;
  UnitMatch match = match_sign(tokens, at, number);
  if (match.unit == nullptr) match = match_bracketed(tokens, at);
  if (match.unit == nullptr) {
    const bool hyphen = joined_by_hyphen(tokens, at);
    if (hyphen || joins_attribute(tokens, at)) ++at;
    const Token& word = token_at(tokens, at);
    if (word.kind != TokenKind::word || is_ordinal_second(word, number, hyphen)) {
      return std::nullopt;
    }
    match = match_words(tokens, over_particle(tokens, at, number));
    if (is_korean_won(tokens, at, number)) match = {find_unit("krw"), at + 1};
    if (match.unit == nullptr) match = match_short(tokens, at, number, hyphen);
  }
  if (match.unit == nullptr) return std::nullopt;
  const bool money =
      match.unit->name == "pound-mass" && speaks_of_money(tokens, at, number.end);
  const std::string_view form = token_at(tokens, at).folded;
  UnitReading reading{.unit = std::string(settle_pounds(match, form, number, money)),
                      .dimension = std::string(match.unit->dimension),
                      .counts = {},
                      .end = match.end};
  if (reading.unit == "GBP") reading.dimension = "money";
  read_age(tokens, reading);
  read_rate(tokens, reading);
  return reading;
}

void read_rate(const std::vector<Token>& tokens, UnitReading& reading) {
  std::size_t at = reading.end;
  if (joined_by_hyphen(tokens, at)) ++at;  // "12-cent-a-share"
  const Token& link = token_at(tokens, at);
  std::size_t what = at + 1;
  if (joined_by_hyphen(tokens, what)) ++what;
  std::optional<Per> per;
  const bool article = link.folded == "a" || link.folded == "an" ||
                       link.folded == "every" || link.folded == "each";
  if (link.folded == "annually" || link.folded == "annualized") {
    per = Per{"year", at + 1};
  } else if (link.folded == "per" || (link.kind == TokenKind::slash && !link.spaced) ||
             (article && token_at(tokens, what).is(per_what))) {
    per = read_per(tokens, what);
  }
  if (!per) return;
  // "up from $100 a month ago"
  const std::string_view behind = token_at(tokens, per->end).folded;
  if (behind == "ago" || behind == "earlier" || behind == "before" || behind == "later")
    return;
  reading.unit += " per " + per->name;
  if (reading.counts) *reading.counts += " per " + per->name;
  reading.end = per->end;
  if (reading.unit.size() < 40) read_rate(tokens, reading);  // "J/m^2 per year"
}

}  // namespace broadsheet
