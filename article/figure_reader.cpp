// The grammar of figures over the tokens of one sentence:
//
//   figure := [bound] [sign] side [range side] [unit] [bound]
//   side   := [currency] number [measure]
//   range  := "-" | "to" | "and" after "between"
//
// A unit, a currency or a scale said once holds for both ends of a range. Each rule looks
// at a bounded number of tokens, so the whole is linear in the length of the text.
#include "article/figure_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "article/figure_binding.h"
#include "article/figure_bounds.h"
#include "article/figure_context.h"
#include "article/figure_tokens.h"
#include "article/number_reader.h"
#include "article/sentences.h"
#include "article/unit_reader.h"

namespace broadsheet {
namespace {

constexpr Token no_token{};

struct Side {
  std::size_t first = 0;  // with the sign of currency
  std::size_t at = 0;     // the number
  std::size_t end = 0;    // past the unit
  Number number;
  std::optional<UnitReading> unit;
  bool prefix = false;  // the currency stands before the number
};

struct Reading {
  Figure figure;
  std::size_t first = 0;
  std::size_t end = 0;
};

// A reading, or how far to skip.
struct Step {
  std::optional<Reading> reading;
  std::size_t next = 0;
};

class SentenceReader {
 public:
  SentenceReader(const std::vector<Token>& tokens, std::string_view text, bool line_start,
                 bool whole)
      : tokens_(tokens), text_(text), line_start_(line_start), whole_(whole) {}

  Step read(std::size_t at, std::size_t done) const;

 private:
  struct Range {
    Side side;
    bool change = false;
  };

  const Token& token(std::size_t at) const {
    return at < tokens_.size() ? tokens_[at] : no_token;
  }
  bool glued(std::size_t at) const { return at < tokens_.size() && !tokens_[at].spaced; }
  bool is_hyphen(std::size_t at) const {
    return token(at).kind == TokenKind::hyphen || token(at).kind == TokenKind::minus;
  }

  std::optional<Side> read_side(std::size_t at, std::size_t done, bool money,
                                bool between) const;
  void read_prefix_unit(Side& side, const Unit& currency) const;
  std::optional<std::size_t> range_sign(std::size_t at, bool between) const;
  std::optional<Side> read_range(Side& low, bool between, bool from) const;
  bool share_unit(Side& low, Side& high) const;
  bool share_scale(Side& low, Side& high) const;
  bool is_negative(const Side& side, std::size_t done) const;
  std::optional<Reading> read_multiple(std::size_t at) const;
  std::optional<Side> read_one_in(const Side& side) const;
  void share_list_unit(Side& side) const;
  bool worth_keeping(const Side& side, const Figure& figure) const;

  const std::vector<Token>& tokens_;
  std::string_view text_;
  bool line_start_;
  bool whole_;
};

void SentenceReader::read_prefix_unit(Side& side, const Unit& currency) const {
  side.prefix = true;
  std::size_t end = side.number.end;
  // "$10 dollars" says it twice.
  const Token& next = token(end);
  if (next.kind == TokenKind::word) {
    const Unit* again = find_unit(next.folded);
    if (again != nullptr && again->name == currency.name) ++end;
  }
  side.unit = UnitReading{
      .unit = std::string(currency.name), .dimension = "money", .counts = {}, .end = end};
  read_rate(tokens_, *side.unit);
  side.end = side.unit->end;
}

std::optional<Side> SentenceReader::read_side(std::size_t at, std::size_t done,
                                              bool money, bool between) const {
  Side side{.first = at, .at = at, .end = at, .number = {}, .unit = {}};
  const Unit* currency = nullptr;
  if (token(at).kind == TokenKind::currency) {
    currency = token(at).currency;
    ++side.at;
  } else if (at > done && token(at).kind == TokenKind::number) {
    // "USD 5", "Rs. 20"
    std::size_t code = at - 1;
    if (token(code).kind == TokenKind::point && glued(code) && code > done) --code;
    const Token& word = token(code);
    if (word.kind == TokenKind::word && word.capital) {
      const Unit* unit = find_currency_prefix(word.folded);
      if (unit != nullptr && word.folded != "us" && word.folded != "u.s.") {
        currency = unit;
        side.first = code;
      }
    }
  }
  const auto number =
      read_number(tokens_, side.at, money || currency != nullptr, between);
  if (!number) return std::nullopt;
  side.number = *number;
  side.end = number->end;
  if (currency != nullptr) {
    read_prefix_unit(side, *currency);
  } else if (auto unit = read_measure(tokens_, number->end, *number)) {
    side.end = unit->end;
    side.unit = std::move(unit);
  }
  return side;
}

// Index past the sign of a range at `at`.
std::optional<std::size_t> SentenceReader::range_sign(std::size_t at,
                                                      bool between) const {
  const Token& sign = token(at);
  if (sign.kind == TokenKind::word) {
    if (sign.folded == "to" || (between && sign.folded == "and")) return at + 1;
    return std::nullopt;
  }
  const bool to = token(at + 1).folded == "to";  // "8- to 16-meter"
  if (is_hyphen(at)) {
    if (sign.spaced) return std::nullopt;
    if (to) return at + 2;
    return glued(at + 1) || sign.kind == TokenKind::minus ? std::optional(at + 1)
                                                          : std::nullopt;
  }
  // A dash with space around it on the left only is a pause: "600 –8,000".
  if (sign.kind == TokenKind::dash || sign.kind == TokenKind::tilde) {
    const bool even = sign.spaced == token(at + 1).spaced;
    return even && sign.span.length() <= 3 ? std::optional(at + 1) : std::nullopt;
  }
  return std::nullopt;
}

// "5 to 7 million": the scale of the second holds for the first, when that makes a range.
bool SentenceReader::share_scale(Side& low, Side& high) const {
  Number& a = low.number;
  const Number& b = high.number;
  if (a.scaled || !b.scaled || a.bare >= Amount{1, 3} || b.factor == Amount{1, 0})
    return true;
  const auto value = multiply(a.bare, b.factor);
  if (!value || *value > b.low) return a.low >= Amount{1, 3};
  a.low = a.high = *value;
  return true;
}

bool SentenceReader::share_unit(Side& low, Side& high) const {
  if (low.unit && high.unit) {
    if (low.unit->unit == high.unit->unit) return true;
    // "$350 to $680 per kg"
    const bool rate = high.unit->unit.starts_with(low.unit->unit + " per ");
    return rate || (low.prefix && high.unit->dimension == "money" && !high.prefix);
  }
  if (low.unit) {
    if (!low.prefix && low.unit->unit != "percent") return false;
    high.unit = low.unit;
    high.unit->end = high.end;
    if (low.prefix) read_rate(tokens_, *high.unit);
    high.end = high.unit->end;
  }
  return true;
}

std::optional<Side> SentenceReader::read_range(Side& low, bool between, bool from) const {
  const auto start = range_sign(low.end, between);
  if (!start || low.number.crowd || !may_begin_number(token(*start))) return std::nullopt;
  const Token& first = token(*start);
  if (first.folded == "a" || first.folded == "an") return std::nullopt;
  const bool word_sign = token(low.end).kind == TokenKind::word;
  const bool money = low.unit && low.unit->dimension == "money";
  auto high = read_side(*start, *start, money, between);
  if (!high || high->number.crowd || high->number.fraction != low.number.fraction) {
    return std::nullopt;
  }
  if (!share_scale(low, *high) || !share_unit(low, *high)) return std::nullopt;
  const bool falling = high->number.low < low.number.low;
  if (falling && (!word_sign || between || !from)) return std::nullopt;
  if (high->number.low == low.number.low) return std::nullopt;
  // "2022-26", "2-1-3", "555-1234-99"
  const bool more = is_hyphen(high->end) &&
                    token(high->end + 1).kind == TokenKind::number && glued(high->end);
  const bool years = looks_like_year(token(low.at)) && !high->unit &&
                     !high->number.scaled && !(from && !looks_like_year(token(high->at)));
  if (more || years) return std::nullopt;
  return high;
}

// A hyphen before the number is a minus only with space before it and none behind it.
bool SentenceReader::is_negative(const Side& side, std::size_t done) const {
  if (side.first <= done || !is_hyphen(side.first - 1) || token(side.first).spaced)
    return false;
  const Token& sign = token(side.first - 1);
  const bool free =
      sign.spaced || side.first - 1 == 0 || token(side.first - 2).kind == TokenKind::open;
  if (!free) return false;
  if (sign.kind == TokenKind::minus || whole_) return true;
  if (line_start_ && side.first == 1) return false;  // the mark of a list
  return side.unit &&
         (side.unit->dimension == "ratio" || side.unit->dimension == "money" ||
          side.unit->dimension == "temperature" || side.unit->unit == "degree");
}

struct Multiple {
  std::string_view word;
  Amount value;
  std::optional<Direction> direction;
};

constexpr auto multiples = std::to_array<Multiple>({
    {"doubled", {2, 0}, Direction::up},
    {"tripled", {3, 0}, Direction::up},
    {"trebled", {3, 0}, Direction::up},
    {"quadrupled", {4, 0}, Direction::up},
    {"quintupled", {5, 0}, Direction::up},
    {"halved", {5, -1}, Direction::down},
    {"twofold", {2, 0}, std::nullopt},
    {"threefold", {3, 0}, std::nullopt},
    {"fourfold", {4, 0}, std::nullopt},
    {"fivefold", {5, 0}, std::nullopt},
    {"sixfold", {6, 0}, std::nullopt},
    {"sevenfold", {7, 0}, std::nullopt},
    {"eightfold", {8, 0}, std::nullopt},
    {"ninefold", {9, 0}, std::nullopt},
    {"tenfold", {1, 1}, std::nullopt},
});

// "doubled", "threefold": a factor; the verbs also say which way.
std::optional<Reading> SentenceReader::read_multiple(std::size_t at) const {
  const Token& word = token(at);
  const std::string_view folded = word.folded;
  if (!folded.ends_with("ed") && !folded.ends_with("fold")) return std::nullopt;
  for (const Multiple& row : multiples) {
    if (row.word != folded) continue;
    Reading reading{.figure = {}, .first = at, .end = at + 1};
    reading.figure.low = reading.figure.high = row.value;
    reading.figure.unit = "time";
    reading.figure.dimension = "ratio";
    if (row.direction) reading.figure.change = Change{*row.direction, {}, {}, {}};
    reading.figure.span = {word.span.start, word.span.start + folded.size()};
    return reading;
  }
  return std::nullopt;
}

// "one in five", "3 out of 4": a part of what follows.
std::optional<Side> SentenceReader::read_one_in(const Side& side) const {
  if (side.unit || side.number.scaled || side.number.crowd || side.number.fraction) {
    return std::nullopt;
  }
  std::size_t at = side.end;
  const bool in = token(at).folded == "in";
  const bool out_of = token(at).folded == "out" && token(at + 1).folded == "of";
  if (!in && !out_of) return std::nullopt;
  at += in ? 1 : 2;
  if (token(at).folded == "every") ++at;
  if (!may_begin_number(token(at)) || token(at).kind == TokenKind::currency)
    return std::nullopt;
  const auto whole = read_number(tokens_, at, false, false);
  if (!whole || whole->crowd || whole->fraction || whole->low.exponent < 0)
    return std::nullopt;
  const bool round = whole->low == Amount{5, 0} || whole->low.mantissa == 1;
  const bool one = side.number.low == Amount{1, 0};
  if (!(whole->low > side.number.low) || whole->low > Amount{1, 4}) return std::nullopt;
  if (looks_like_year(token(at)) || side.number.low.exponent < 0) return std::nullopt;
  if (in && !one && !round) return std::nullopt;
  const auto measure = read_measure(tokens_, whole->end, *whole);
  if (in && measure && measure->dimension == "time") return std::nullopt;
  // Dividing by at most ten thousand, rounded to six places.
  std::int64_t under = whole->low.mantissa;
  for (int i = 0; i < whole->low.exponent; ++i) under *= 10;
  std::int64_t over = side.number.low.mantissa;
  for (int i = 0; i < side.number.low.exponent + 6; ++i) over *= 10;
  const auto value = make_amount((over + under / 2) / under, -6);
  if (!value) return std::nullopt;
  Side part = side;
  part.number = *whole;
  part.number.low = part.number.high = part.number.bare = *value;
  part.number.fraction = true;
  part.number.digits = false;
  part.end = whole->end;
  part.unit = UnitReading{
      .unit = "fraction", .dimension = "ratio", .counts = {}, .end = part.end};
  return part;
}

// "5, 7 and 9 percent": the unit at the end of the list holds for all.
void SentenceReader::share_list_unit(Side& side) const {
  std::size_t at = side.end;
  for (int count = 0; count < 6; ++count) {
    const bool comma = token(at).kind == TokenKind::comma;
    const bool last = token(at).folded == "and" || token(at).folded == "or";
    if (!comma && !last) return;
    ++at;
    if (comma && (token(at).folded == "and" || token(at).folded == "or")) ++at;
    if (token(at).kind != TokenKind::number) return;
    const auto number = read_number(tokens_, at, false, false);
    if (!number || number->crowd || looks_like_year(token(at))) return;
    if (const auto unit = read_measure(tokens_, number->end, *number)) {
      if (unit->dimension == "time" || unit->dimension == "age") return;
      side.unit = unit;
      side.unit->end = side.end;
      return;
    }
    if (number->scaled) return;
    at = number->end;
  }
}

// A number alone is a figure only where it is clearly a quantity.
bool SentenceReader::worth_keeping(const Side& side, const Figure& figure) const {
  if (whole_ || side.unit) return true;
  const Number& number = side.number;
  if (number.fraction || number.crowd || number.scaled) return true;
  const Token& digits = token(side.at);
  if (digits.kind == TokenKind::number && digits.grouped) return true;
  return figure.bound != Bound::exact && !number.words && number.low >= Amount{10, 0} &&
         !looks_like_year(digits);
}

void set_ends(Figure& figure, Amount low, Amount high) {
  if (high < low) std::swap(low, high);
  const bool point = low == high;
  const bool open_above =
      figure.bound == Bound::at_least || figure.bound == Bound::more_than;
  const bool open_below =
      figure.bound == Bound::at_most || figure.bound == Bound::less_than;
  if (!open_below || !point) figure.low = low;
  if (!open_above || !point) figure.high = high;
}

void set_change(Figure& figure, const ChangeReading& reading, const Amount& first,
                const std::optional<Amount>& second) {
  Change change{reading.direction, {}, {}, {}};
  if (second) {
    if (reading.link == Link::from) {
      change.from = first;
      change.to = *second;
    }
  } else {
    switch (reading.link) {
      case Link::none:
      case Link::by:
        change.by = first;
        break;
      case Link::to:
        change.to = first;
        break;
      case Link::from:
        change.from = first;
        break;
    }
  }
  figure.change = change;
}

Step SentenceReader::read(std::size_t at, std::size_t done) const {
  if (auto multiple = read_multiple(at)) return {std::move(multiple), at + 1};
  if (!may_begin_number(token(at))) return {{}, at + 1};
  auto found = read_side(at, done, false, false);
  if (!found) return {{}, at + 1};
  Side& side = *found;
  Reading reading{.figure = {}, .first = side.first, .end = side.end};
  Figure& figure = reading.figure;
  auto take_bound_before = [&] {
    const auto bound = read_bound_before(tokens_, reading.first);
    if (!bound || bound->at < done) return;
    figure.bound = bound->bound;
    reading.first = bound->at;
  };
  take_bound_before();
  const bool room = reading.first > done;
  const bool between = room && token(reading.first - 1).folded == "between";
  const bool from = room && token(reading.first - 1).folded == "from";
  if (between) {
    auto again = read_side(at, done, false, true);
    if (again) side = *again;
  }
  std::optional<Amount> second;
  bool range = false;
  const std::size_t alone = side.number.end;
  if (auto high = read_range(side, between, from)) {
    second = high->number.low;
    range = true;
    if (!side.unit || (high->unit && high->unit->unit != side.unit->unit))
      side.unit = high->unit;
    side.end = high->end;
    side.number.end = high->number.end;
    side.number.high = high->number.low;
    side.number.scaled = side.number.scaled || high->number.scaled;
    if (between || from) reading.first = std::min(reading.first, reading.first - 1);
  } else if (auto part = read_one_in(side)) {
    side = *part;
  }
  // "8,000-plus jobs", "5,000 or more people": between number and noun.
  auto bound = read_bound_after(tokens_, side.end);
  std::size_t after = bound && !side.unit ? bound->at : side.end;
  if (!side.unit) {
    if (bound) {
      side.unit = read_measure(tokens_, after, side.number);
      if (!side.unit && figure.bound == Bound::exact) side.end = after;
    }
    if (!side.unit && side.number.fraction) {
      side.unit = UnitReading{
          .unit = "fraction", .dimension = "ratio", .counts = {}, .end = side.end};
    }
    if (!side.unit) side.unit = read_counted(tokens_, after, side.number, text_);
    if (side.unit) side.end = std::max(side.end, side.unit->end);
    if (!side.unit && !range) share_list_unit(side);
  }
  if (!bound) {
    bound = read_bound_after(tokens_, side.end);
    if (bound) side.end = bound->at;
  } else {
    side.end = std::max(side.end, bound->at);
  }
  if (bound && figure.bound == Bound::exact) figure.bound = bound->bound;

  Candidate candidate{.first = side.first,
                      .number = side.at,
                      .number_end = side.number.end,
                      .end = side.end,
                      .kind = UnitKind::none,
                      .range = range,
                      .bounded = figure.bound != Bound::exact,
                      .line_start = line_start_};
  if (side.unit) {
    candidate.kind = side.unit->dimension == "money" ? UnitKind::money
                     : side.unit->counts             ? UnitKind::counted
                                                     : UnitKind::measure;
  }
  if (!whole_ && is_no_figure(tokens_, candidate, side.number)) {
    return {{}, std::max(alone, range ? side.number.end : alone)};
  }
  if (token(at).folded == "a" && side.unit && side.unit->counts && !side.number.scaled) {
    return {{}, at + 1};
  }
  if (!worth_keeping(side, figure)) return {{}, std::max(at + 1, side.number.end)};

  Amount low = side.number.low;
  Amount high = side.number.high;
  if (is_negative(side, done) && !range) {
    low = high = negate(low);
    reading.first = std::min(reading.first, side.first - 1);
  }
  set_ends(figure, low, high);
  if (side.unit) {
    figure.unit = side.unit->unit;
    figure.dimension = side.unit->dimension;
    figure.counts = side.unit->counts;
  }
  if (const auto change = read_change(tokens_, reading.first + (range && from ? 1 : 0))) {
    set_change(figure, *change, low, second);
  }
  reading.end = side.end;
  const Token& last = token(reading.end - 1);
  const std::size_t stop_at =
      last.possessive ? last.span.start + last.folded.size() : last.span.end;
  figure.span = {token(reading.first).span.start, stop_at};
  return {std::move(reading), side.end};
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return lower;
}

}  // namespace

std::vector<Figure> read_figures(std::string_view text) {
  std::vector<Figure> figures;
  const std::string lower = ascii_lower(text);
  std::vector<Token> tokens;
  for (const Span& sentence : split_sentences(text)) {
    tokenise_figures(sentence.in(text), sentence.in(lower), sentence.start, tokens);
    std::size_t before = sentence.start;
    while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t')) --before;
    const bool line_start = before == 0 || text[before - 1] == '\n';
    const SentenceReader reader(tokens, text, line_start, false);
    std::size_t done = 0;
    for (std::size_t at = 0; at < tokens.size();) {
      Step step = reader.read(at, done);
      at = std::max(at + 1, step.next);
      if (!step.reading) continue;
      Figure& figure = step.reading->figure;
      figure.sentence = sentence;
      bind_figure(tokens, step.reading->first, step.reading->end, text, figure);
      figures.push_back(std::move(figure));
      done = step.reading->end;
    }
  }
  return figures;
}

std::optional<Figure> read_figure(std::string_view text) {
  constexpr std::size_t longest = 1000;  // of a figure that somebody would write
  if (text.size() > longest) return std::nullopt;
  const std::string lower = ascii_lower(text);
  std::vector<Token> tokens;
  tokenise_figures(text, lower, 0, tokens);
  const SentenceReader reader(tokens, text, false, true);
  constexpr std::size_t longest_lead = 8;
  for (std::size_t at = 0; at < tokens.size() && at < longest_lead; ++at) {
    Step step = reader.read(at, 0);
    if (!step.reading) continue;
    Reading& reading = *step.reading;
    if (reading.first != 0 || reading.end != tokens.size()) return std::nullopt;
    reading.figure.sentence = {0, text.size()};
    return std::move(reading.figure);
  }
  return std::nullopt;
}

}  // namespace broadsheet
