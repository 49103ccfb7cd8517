// Numbers by recursive descent over tokens; every loop is bounded by the longest number
// that makes sense. "1/3" and "two-thirds" are rounded to seven places, all else is
// exact.
#include "article/number_reader.h"

#include <algorithm>
#include <cstdint>

#include "article/number_forms.h"
#include "article/number_parts.h"
#include "article/number_scales.h"

namespace broadsheet {
namespace {

constexpr Token no_token{};

class NumberReader {
 public:
  NumberReader(const std::vector<Token>& tokens, bool money, bool between)
      : tokens_(tokens), money_(money), between_(between) {}

  std::optional<Number> read(std::size_t at) const {
    const Token& first = token(at);
    if (first.kind == TokenKind::number) return read_digits(at);
    if (first.kind == TokenKind::fraction) {
      return scaled(Number{.bare = first.value, .end = at + 1, .fraction = true});
    }
    if (first.kind != TokenKind::word || first.mixed) return std::nullopt;
    if (first.is(crowd)) return read_crowd(at);
    if (const auto part = read_fraction_words(at)) return part;
    return read_words(at);
  }

 private:
  const Token& token(std::size_t at) const {
    return at < tokens_.size() ? tokens_[at] : no_token;
  }
  bool is_word(std::size_t at, std::string_view word) const {
    return token(at).folded == word;
  }
  bool glued(std::size_t at) const { return at < tokens_.size() && !tokens_[at].spaced; }
  bool is_cardinal(std::size_t at) const { return token(at).is(cardinal); }

  // A hyphen with no space around it is stepped over.
  std::size_t over_hyphen(std::size_t at) const {
    return token(at).kind == TokenKind::hyphen && glued(at) && glued(at + 1) ? at + 1
                                                                             : at;
  }

  std::optional<Number> read_digits(std::size_t at) const;
  std::optional<Number> read_crowd(std::size_t at) const;
  std::optional<Number> read_fraction_words(std::size_t at) const;
  std::optional<Number> read_words(std::size_t at) const;
  std::optional<Number> scaled(Number number) const;
  const Lexeme* scale_at(std::size_t at, std::size_t& next) const;
  bool divides_something(std::size_t after) const;
  bool ends_bound(std::size_t at) const;

  const std::vector<Token>& tokens_;
  bool money_;
  bool between_;
};

const Lexeme* NumberReader::scale_at(std::size_t at, std::size_t& next) const {
  const std::size_t place = over_hyphen(at);
  const Token& word = token(place);
  if (word.kind != TokenKind::word) return nullptr;
  next = place + 1;
  if (word.is(scale | hundred)) return word.lexeme;
  return word.is(glued_scale) && letter_is_scale(tokens_, place, money_) ? word.lexeme
                                                                         : nullptr;
}

// Takes the scale words after a number: "5 hundred thousand", "3 dozen", "2.5bn".
std::optional<Number> NumberReader::scaled(Number number) const {
  for (int count = 0; count < 2; ++count) {
    std::size_t next = 0;
    const Lexeme* word = scale_at(number.end, next);
    if (word == nullptr && number.digits && !number.scaled &&
        is_plural_scale(token(number.end))) {  // "5 millions d'euros"
      const auto factor = make_amount(1, token(number.end).lexeme->exponent);
      number.factor = factor.value_or(number.factor);
      number.scaled = true;
      ++number.end;
      break;
    }
    if (word == nullptr) {
      if (const auto code = read_scaled_code(token(number.end)); code && !number.scaled) {
        number.factor = Amount{1, code->exponent};  // "30 MUSD": the unit stays there
        number.scaled = true;
      }
      break;
    }
    const bool in_value = word->is(hundred) || word->value > 1;
    const Amount factor{in_value ? 1 : word->value, word->exponent};
    const auto product =
        multiply(number.factor, word->value == 12 ? Amount{12, 0} : factor);
    if (!product) return std::nullopt;
    number.factor = *product;
    number.end = next;
    number.scaled = true;
  }
  const auto value = multiply(number.bare, number.factor);
  if (!value) return std::nullopt;
  number.low = number.high = *value;
  return number;
}

std::optional<Number> NumberReader::read_digits(std::size_t at) const {
  const Token& first = token(at);
  if (!first.usable) return std::nullopt;
  if (const auto ratio = read_ratio(tokens_, at)) {
    const std::size_t measure = divided_at(tokens_, ratio->end);  // "1/8 of an inch"
    const bool part = measure == 0;
    return scaled(Number{
        .bare = ratio->value, .end = part ? ratio->end : measure, .fraction = part});
  }
  Number number{.bare = first.value, .end = at + 1, .digits = true};
  const Token& next = token(at + 1);
  std::optional<Amount> part;
  std::size_t end = 0;
  if (next.kind == TokenKind::fraction) {
    part = next.value;
    end = at + 2;
  } else if (next.kind == TokenKind::number && next.spaced) {
    if (const auto ratio = read_ratio(tokens_, at + 1)) {
      part = ratio->value;
      end = ratio->end;
    }
  }
  if (part && !first.decimal) {
    if (const auto total = add_part(first.value, *part)) {
      number.bare = *total;
      number.end = end;
    }
  }
  if (number.end == at + 1) {
    auto form = read_power(tokens_, number.bare, at + 1);
    if (!form && !first.decimal) form = read_spoken_decimal(tokens_, number.bare, at + 1);
    if (form) {
      number.bare = form->value;
      number.end = form->end;
    }
  }
  auto read = scaled(number);
  if (read) read->digits = read->end == at + 1;
  return read;
}

// "dozens", "tens of thousands", "hundreds of millions".
std::optional<Number> NumberReader::read_crowd(std::size_t at) const {
  const Lexeme* first = token(at).lexeme;
  if (first == nullptr) return std::nullopt;
  Number number{.low = {}, .end = at + 1, .words = true, .crowd = true};
  auto low = make_amount(first->value, first->exponent);
  const bool of = is_word(at + 1, "of");
  const Lexeme* next = token(at + 2).lexeme;
  if (of && next != nullptr && next->is(crowd) && next->value == 1) {
    low = make_amount(first->value, first->exponent + next->exponent);
    number.end = at + 3;
  } else if (is_word(at, "scores") && at > 0 && is_kind_of_score(token(at - 1).folded)) {
    return std::nullopt;
  } else if (is_word(at, "tens") ||
             (is_word(at, "scores") && !of && tokens_.size() > 1)) {
    return std::nullopt;  // "he scores", "tens" of a game
  }
  const auto high = low ? multiply(*low, Amount{1, 1}) : std::nullopt;
  if (!high) return std::nullopt;
  number.low = number.bare = *low;
  number.high = *high;
  return number;
}

// What is divided follows: "of", "the", "its".
bool NumberReader::divides_something(std::size_t after) const {
  return is_word(after, "of") || (token(after).is(determiner) && !is_word(after, "a"));
}

// "more than half people", "almost half"
bool NumberReader::ends_bound(std::size_t at) const {
  if (at == 0) return false;
  return is_word(at - 1, "than") || is_word(at - 1, "nearly") ||
         is_word(at - 1, "almost") || is_word(at - 1, "roughly") ||
         is_word(at - 1, "about") || is_word(at - 1, "least");
}

// "half of", "a third of", "two-thirds", "three quarters of".
std::optional<Number> NumberReader::read_fraction_words(std::size_t at) const {
  const bool article = is_word(at, "a");
  const bool half = is_word(at, "half");
  // "quarter million", "quarter-point"
  const bool quarter = is_word(at, "quarter");
  if (quarter && token(at + 1).is(scale)) {
    return scaled(Number{.bare = {25, -2}, .end = at + 1, .words = true});
  }
  if (const std::size_t point = over_hyphen(at + 1);
      quarter && point != at + 1 &&
      (is_word(point, "point") || is_word(point, "percentage"))) {
    return Number{.low = {25, -2},
                  .high = {25, -2},
                  .bare = {25, -2},
                  .end = at + 1,
                  .words = true};
  }
  // "the second half of the year", "the better half"
  const bool joined = token(at + 1).kind == TokenKind::hyphen;  // "the half-hour show"
  if (half && !joined && at > 0 && token(at - 1).is(ordinal | determiner))
    return std::nullopt;
  if (!half && !article && !is_cardinal(at)) return std::nullopt;
  std::size_t next = half ? at : at + 1;
  const bool hyphen = over_hyphen(next) != next;
  next = over_hyphen(next);
  if (!token(next).is(denominator)) return std::nullopt;
  const int under = token(next).lexeme->value;
  const int over = half || article ? 1 : token(at).lexeme->value;
  std::size_t scale_end = 0;
  std::size_t place = next + 1;
  const auto is_article = [&](std::size_t i) {
    return is_word(i, "a") || is_word(i, "an");
  };
  if (is_article(place) || (is_word(place, "of") && is_article(place + 1))) {
    place += is_article(place) ? 1 : 2;
  }
  const auto value =
      divide(make_amount(over).value_or(Amount{}), make_amount(under).value_or(Amount{}));
  if (!value) return std::nullopt;
  if (over_hyphen(place) == place || half) {
    if (const Lexeme* word = scale_at(place, scale_end); word && word->is(scale)) {
      Number number{.bare = *value, .end = over_hyphen(place), .words = true};
      return scaled(number);  // "half a million", "three quarters of a billion"
    }
  }
  const bool glued_on = place == next + 1 && over_hyphen(place) != place;
  const std::size_t whole = glued_on ? over_hyphen(place) : place;
  if ((glued_on ? is_word(next, "half") : place > next + 1) &&
      is_divided_measure(tokens_, whole, glued_on)) {
    return Number{.low = *value,
                  .high = *value,
                  .bare = *value,
                  .end = glued_on ? place : whole,
                  .words = true};
  }
  const Token& after = token(next + 1);
  const bool ends = after.kind != TokenKind::word || after.is(stop);
  // "two thirds reporting"; quarters of more than three are quarters of a year.
  const bool plural = token(next).folded.ends_with('s') && !hyphen;
  if (over >= under && under > 1) return std::nullopt;
  if (under == 4 && over == 2) return std::nullopt;
  const bool sure = divides_something(next + 1) || (plural && over > 1 && under != 4) ||
                    (hyphen && (over > 1 || ends) && !half) ||
                    (over > 1 && ends && under != 4) ||
                    (is_word(at, "one") && after.kind != TokenKind::word && under != 4);
  const bool bounded = half && ends_bound(at);
  // "half", "almost half", "a third" as the whole text, which is how they are asked for.
  const bool alone =
      next + 1 == tokens_.size() && (half || article ? at <= 5 : at == 0 && under == 4);
  if (!alone && !bounded && (!sure || (article && !is_word(next + 1, "of"))))
    return std::nullopt;
  return Number{.low = *value,
                .high = *value,
                .bare = *value,
                .end = next + 1,
                .words = true,
                .fraction = true};
}

// Cardinals: "twenty-one", "two hundred and fifty", "three million two hundred thousand".
// `group` is what stands before the next scale, `total` what is done.
std::optional<Number> NumberReader::read_words(std::size_t at) const {
  std::int64_t total = 0;
  std::int64_t group = 0;
  std::int64_t last =
      1'000'000'000'000'000'000;  // a part must be smaller than the last one
  int last_scale = 18;
  bool open = true;  // a part may follow
  bool scaled_any = false;
  std::size_t end = at;
  std::size_t i = at;
  if (is_word(at, "a") || is_word(at, "an")) {
    if (is_one_coin(tokens_, at)) {
      return Number{
          .low = {1, 0}, .high = {1, 0}, .bare = {1, 0}, .end = at + 1, .words = true};
    }
    if (!token(at + 1).is(hundred | scale)) return std::nullopt;
    group = 1;
    i = at + 1;
  } else if (!is_cardinal(at)) {
    return std::nullopt;
  }
  for (int count = 0; open && count < 24; ++count) {
    const Token& word = token(i);
    if (word.kind != TokenKind::word || word.lexeme == nullptr) break;
    const Lexeme& lexeme = *word.lexeme;
    if (lexeme.is(cardinal) && lexeme.value < last &&
        (group == 0 || group % 100 == 0 || (last == 10 && lexeme.value > 0))) {
      group += lexeme.value;
      last = lexeme.is(tens) ? 10 : 1;
      if (last == 1) last = 0;
    } else if (lexeme.is(hundred) && group > 0 && group < 100) {
      group *= 100;
      last = 100;
    } else if (lexeme.is(scale) && group > 0 && lexeme.value == 12 && total == 0) {
      group *= 12;
      last = 0;
      open = false;
    } else if (lexeme.is(scale) && group > 0 && lexeme.exponent < last_scale &&
               (group < 1000 || lexeme.exponent <= 9)) {
      for (int zero = 0; zero < lexeme.exponent; ++zero) group *= 10;
      total += group;
      group = 0;
      last_scale = lexeme.exponent;
      last = lexeme.exponent > 3 ? 1'000'000 : 1000;
      scaled_any = true;
    } else {
      break;
    }
    scaled_any = scaled_any || lexeme.is(hundred);
    end = ++i;
    i = over_hyphen(i);
    const bool round = last >= 100;
    const bool hundreds = token(i + 2).is(hundred) && last >= 1000;
    const bool joins = is_word(i, "and") || is_word(i, "&");
    if (!between_ && round && joins && is_cardinal(i + 1) &&
        (hundreds || !token(i + 2).is(hundred | scale)) &&
        !token(i + 2).is(denominator)) {
      ++i;
    }
    // "four thousand, two hundred"
    if (last >= 1000 && token(i).kind == TokenKind::comma && is_cardinal(i + 1) &&
        token(i + 2).is(hundred)) {
      ++i;
    }
  }
  if (end == at) return std::nullopt;
  total += group;
  Number number{.bare = {total, 0}, .end = end, .words = true, .scaled = scaled_any};
  // "two and a half million"
  const std::size_t half = over_hyphen(end);
  if (is_word(half, "and") && is_word(over_hyphen(half + 1), "a") && total < 1000 &&
      is_word(over_hyphen(over_hyphen(half + 1) + 1), "half")) {
    number.bare = make_amount(total * 10 + 5, -1).value_or(Amount{});
    number.end = over_hyphen(over_hyphen(half + 1) + 1) + 1;
    number.scaled = false;
    return scaled(number);
  }
  const auto value = make_amount(total, 0);
  if (!value) return std::nullopt;
  if (const auto spoken = read_spoken_decimal(tokens_, *value, end);
      spoken && !scaled_any) {
    number.bare = spoken->value;
    number.end = spoken->end;
    return scaled(number);
  }
  number.low = number.high = number.bare = *value;
  // A range may share the scale: "five to seven million".
  if (scaled_any && last_scale < 18 && total != 0 && group == 0) {
    if (const auto bare = make_amount(value->mantissa, value->exponent - last_scale)) {
      number.bare = *bare;
      number.factor = Amount{1, last_scale};
    }
  }
  return number;
}

}  // namespace

bool may_begin_number(const Token& token) {
  switch (token.kind) {
    case TokenKind::number:
      return token.usable;
    case TokenKind::fraction:
    case TokenKind::currency:
      return true;
    case TokenKind::word:
      return token.is(cardinal | crowd) || token.folded == "half" ||
             token.folded == "quarter" || token.folded == "a" || token.folded == "an";
    default:
      return false;
  }
}

std::optional<Number> read_number(const std::vector<Token>& tokens, std::size_t at,
                                  bool money, bool between) {
  return NumberReader(tokens, money, between).read(at);
}

}  // namespace broadsheet
