// Measures come from the table of units, longest written form first. Counted nouns are
// found by shape: the words behind a number up to the first plural are the phrase, and
// that plural is its head; "one" takes what stands before the next function word.
#include "article/unit_reader.h"

#include <algorithm>
#include <array>

#include "article/nouns.h"
#include "article/number_forms.h"

namespace broadsheet {
namespace {

constexpr Token no_token{};

const Token& token_at(const std::vector<Token>& tokens, std::size_t at) {
  return at < tokens.size() ? tokens[at] : no_token;
}

bool joined_by_hyphen(const std::vector<Token>& tokens, std::size_t at) {
  return token_at(tokens, at).kind == TokenKind::hyphen && !tokens[at].spaced &&
         at + 1 < tokens.size() && !tokens[at + 1].spaced;
}

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

UnitMatch match_short(const std::vector<Token>& tokens, std::size_t at,
                      const Number& number, bool hyphen) {
  const Token& word = token_at(tokens, at);
  const bool glued = !word.spaced || hyphen;
  if (word.capital) {
    const Token& next = token_at(tokens, at + 1);
    if (word.folded == "w" && !glued && next.kind == TokenKind::word)
      return {find_short_unit("w"), at + 1};  // "a 5 W charger"
    const bool slash = next.kind == TokenKind::slash && !next.spaced;
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
  // "1990s", "80s" are decades; tenths of seconds are times.
  if (word.folded == "s" && number.low.exponent >= 0) return {};
  if (!glued) {
    const Token& next = token_at(tokens, at + 1);
    const bool alone = next.kind != TokenKind::word || next.folded == "x" || next.mixed;
    const bool plain = word.folded == "m" || word.folded == "c" || word.folded == "yo" ||
                       (word.folded == "in" && next.kind != TokenKind::number);
    const bool pence = word.folded == "p" && (alone || next.is(stop));
    if (!pence && !(plain && (alone || word.folded == "yo"))) return {};
  }
  return {find_short_unit(word.folded), at + 1};
}

UnitMatch match_sign(const std::vector<Token>& tokens, std::size_t at) {
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
  if (sign.kind == TokenKind::quote && token_at(tokens, at + 1).is(extent)) {
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
  const bool followed = noun.kind == TokenKind::hyphen ||
                        (noun.kind == TokenKind::word && !noun.is(stop));
  return followed && find_unit(word.folded) != nullptr;
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
  return ((next == "a" || next == "per") && what.is(span_word)) || what.folded == "pence";
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
  if (joined_by_hyphen(tokens, next)) ++next;
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

std::optional<Per> read_per(const std::vector<Token>& tokens, std::size_t at) {
  const Token& word = token_at(tokens, at);
  if (word.kind != TokenKind::word || word.mixed || word.is(stop)) return std::nullopt;
  if (const UnitMatch match = match_words(tokens, at); match.unit != nullptr) {
    return Per{std::string(match.unit->name), match.end};
  }
  if (const Unit* unit = find_short_unit(word.folded); unit && unit->dimension != "money") {
    if (auto power = read_power_unit(tokens, at, *unit)) return power;
    return Per{std::string(unit->name), at + 1};
  }
  if (word.folded == "annum") return Per{"year", at + 1};
  if (word.folded == "capita" || word.folded == "head") return Per{"person", at + 1};
  return Per{singular_noun(word.folded), at + 1};
}

// A noun phrase while it is collected.
struct Phrase {
  std::vector<std::size_t> words;  // token indices; the last is the head
  std::size_t end = 0;
};

bool ends_phrase(const std::vector<Token>& tokens, std::size_t at, bool first) {
  const Token& word = token_at(tokens, at);
  if (word.kind != TokenKind::word) return true;
  if (word.is(stop | cardinal | crowd | month | weekday)) {
    // "8,000 more jobs", "eight straight", "50 left-wing": some stops are adjectives.
    return !(joined_by_hyphen(tokens, at + 1));
  }
  return !first && word.is(rise | fall) && !is_plural(word.folded, word.lexeme);
}

bool is_head(const Token& word, const Token& next) {
  if (word.possessive || !is_plural(word.folded, word.lexeme)) return false;
  const bool goes_on = word.is(modifier_s) && next.kind == TokenKind::word &&
                       is_plural(next.folded, next.lexeme) && !next.is(rise | fall);
  return !goes_on;
}

// "8 more picks", "5,000 additional jobs": said of the number rather than of the thing.
bool is_more(const Token& word) {
  return word.folded == "more" || word.folded == "other" || word.folded == "additional" ||
         word.folded == "extra";
}

// "digital and physical sales"; not "Acme and hires", "pay and additional weeks".
bool joins_adjectives(const std::vector<Token>& tokens, std::size_t at) {
  const Token& link = token_at(tokens, at);
  const Token& next = token_at(tokens, at + 1);
  if (link.folded != "and" && link.folded != "or") return false;
  return !ends_phrase(tokens, at + 1, true) && !is_more(next) &&
         (next.capital || !tokens[at - 1].capital);
}

// Words up to the first plural; at most six.
std::optional<Phrase> plural_phrase(const std::vector<Token>& tokens, std::size_t at) {
  Phrase phrase;
  std::size_t i = at;
  if (is_more(token_at(tokens, i))) ++i;
  for (int count = 0; count < 6; ++count) {
    const Token& word = token_at(tokens, i);
    if (ends_phrase(tokens, i, count == 0)) return std::nullopt;
    phrase.words.push_back(i);
    ++i;
    if (joined_by_hyphen(tokens, i)) {
      ++i;
      continue;
    }
    if (is_head(word, token_at(tokens, i))) {
      phrase.end = i;
      return phrase;
    }
    if (word.possessive) return std::nullopt;
    if (joins_adjectives(tokens, i)) phrase.words.push_back(i++);
  }
  return std::nullopt;
}

// A verb behind the noun: "one proposal asks", "one man killed".
bool looks_like_verb(const Token& word) {
  return word.is(rise | fall | plan | ordinal) || word.folded.ends_with("ed") ||
         is_plural(word.folded, word.lexeme);
}

// After "one": the words before the next function word or sign, at most three.
std::optional<Phrase> singular_phrase(const std::vector<Token>& tokens, std::size_t at) {
  Phrase phrase;
  std::size_t i = at;
  for (int count = 0; count < 3; ++count) {
    const Token& word = token_at(tokens, i);
    if (ends_phrase(tokens, i, true) || (count > 0 && looks_like_verb(word))) {
      break;
    }
    // "one knows"
    const bool digit = at > 0 && tokens[at - 1].kind == TokenKind::number;
    if (count == 0 && !digit && !word.is(modifier_s) && is_plural(word.folded, word.lexeme)) break;
    phrase.words.push_back(i);
    ++i;
    if (joined_by_hyphen(tokens, i)) ++i;
    if (word.possessive) return std::nullopt;
  }
  if (phrase.words.empty()) return std::nullopt;
  phrase.end = phrase.words.back() + 1;
  return phrase;
}

UnitReading named(const std::vector<Token>& tokens, const Phrase& phrase,
                  std::string_view text) {
  UnitReading reading{
      .unit = {}, .dimension = "count", .counts = std::string{}, .end = phrase.end};
  for (std::size_t n = 0; n < phrase.words.size(); ++n) {
    const Token& word = tokens[phrase.words[n]];
    const std::string_view printed = word.span.in(text).substr(0, word.folded.size());
    if (n > 0) *reading.counts += word.spaced ? " " : "-";
    if (n + 1 == phrase.words.size()) {
      reading.unit = singular_noun(printed);
      *reading.counts += reading.unit;
    } else {
      *reading.counts += printed;
    }
  }
  return reading;
}

// "thousands of", "one of the", "5 of the", "25 of its".
std::size_t over_of(const std::vector<Token>& tokens, std::size_t at, bool& partitive) {
  partitive = false;
  if (token_at(tokens, at).folded != "of") return at;
  partitive = true;
  ++at;
  while (token_at(tokens, at).is(determiner) && at < tokens.size()) ++at;
  // "one of the town's oldest bridges"
  constexpr std::size_t longest_owner = 3;
  for (std::size_t i = at; i < at + longest_owner; ++i) {
    const Token& word = token_at(tokens, i);
    if (word.kind != TokenKind::word || word.is(stop)) break;
    if (word.possessive) return i + 1;
  }
  return at;
}

}  // namespace

std::optional<UnitReading> read_measure(const std::vector<Token>& tokens, std::size_t at,
                                        const Number& number) {
  if (number.crowd && token_at(tokens, at).folded == "of") ++at;
  UnitMatch match = match_sign(tokens, at);
  if (match.unit == nullptr) match = match_bracketed(tokens, at);
  if (match.unit == nullptr) {
    const bool hyphen = joined_by_hyphen(tokens, at);
    if (hyphen || joins_attribute(tokens, at)) ++at;
    const Token& word = token_at(tokens, at);
    if (word.kind != TokenKind::word || is_ordinal_second(word, number, hyphen)) {
      return std::nullopt;
    }
    match = match_words(tokens, at);
    if (match.unit == nullptr) match = match_short(tokens, at, number, hyphen);
  }
  if (match.unit == nullptr) return std::nullopt;
  const bool money = match.unit->name == "pound-mass" &&
                     speaks_of_money(tokens, at, number.end);
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

// "eight million 250ml bottles": the size stays a figure of its own, so the end is `at`.
std::optional<UnitReading> read_sized(const std::vector<Token>& tokens, std::size_t at,
                                      std::string_view text) {
  const auto size = read_number(tokens, at, false, false);
  if (!size || size->scaled) return std::nullopt;
  const auto measure = read_measure(tokens, size->end, *size);
  if (!measure || measure->dimension == "money") return std::nullopt;
  const auto phrase = plural_phrase(tokens, measure->end);
  if (!phrase) return std::nullopt;
  UnitReading reading = named(tokens, *phrase, text);
  reading.end = at;
  return reading;
}

std::optional<UnitReading> read_counted(const std::vector<Token>& tokens, std::size_t at,
                                        const Number& number, std::string_view text) {
  const bool hyphen = joined_by_hyphen(tokens, at);
  if (hyphen) {  // "12-page": the word is the unit
    const Token& word = token_at(tokens, at + 1);
    if (word.kind != TokenKind::word || word.mixed || word.is(stop | ordinal))
      return std::nullopt;
    // "one-time", "two-way" are adjectives.
    if (word.folded == "time" || word.folded == "way") return std::nullopt;
    return named(tokens, Phrase{{at + 1}, at + 2}, text);
  }
  if (token_at(tokens, at).kind == TokenKind::word && !tokens[at].spaced)
    return std::nullopt;
  if (number.scaled && token_at(tokens, at).kind == TokenKind::number) {
    return read_sized(tokens, at, text);
  }
  bool partitive = false;
  const std::size_t start = over_of(tokens, at, partitive);
  std::optional<Phrase> phrase;
  if (is_one(number) && !partitive) {
    phrase = singular_phrase(tokens, start);
  } else {
    phrase = plural_phrase(tokens, start);
    const Token& word = token_at(tokens, start);
    if (!phrase && word.is(attribute) && !partitive) {
      phrase = Phrase{{start}, start + 1};
    }
  }
  if (!phrase) return std::nullopt;
  UnitReading reading = named(tokens, *phrase, text);
  read_rate(tokens, reading);
  return reading;
}

void read_substance(const std::vector<Token>& tokens, UnitReading& reading,
                    std::string_view text) {
  bool partitive = false;
  const std::size_t start = over_of(tokens, reading.end, partitive);
  if (!partitive || reading.counts || reading.dimension == "age") return;
  auto phrase = plural_phrase(tokens, start);
  if (!phrase) phrase = singular_phrase(tokens, start);
  if (!phrase) return;
  const UnitReading what = named(tokens, *phrase, text);
  UnitReading rated = reading;
  rated.end = what.end;
  read_rate(tokens, rated);
  if (rated.end != what.end) reading = rated;
  reading.counts = what.counts;
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
