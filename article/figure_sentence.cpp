// The grammar of figures over the tokens of one sentence:
//
//   figure := [bound] [sign] side [range side] [bound] [unit | noun] [bound]
//   side   := [currency] number [measure]
//
// A unit, a currency or a scale said once holds for both ends of a range. Each rule looks
// at a bounded number of tokens, so the whole is linear in the length of the text.
#include "article/figure_sentence.h"

#include <algorithm>
#include <string>
#include <utility>

#include "article/figure_bare.h"
#include "article/figure_bounds.h"
#include "article/figure_context.h"
#include "article/figure_multiple.h"
#include "article/figure_side.h"
#include "article/unit_reader.h"

namespace broadsheet {
namespace {

constexpr Token no_token{};

// A reading, and where to go on.
struct Step {
  std::optional<FigureReading> reading;
  std::size_t next = 0;
};

// A figure while it is read.
struct Draft {
  Side side;
  std::size_t first = 0;  // with bound words, "between" and "from"
  std::size_t alone = 0;  // past the first number
  Bound bound = Bound::exact;
  bool framed = false;  // "between" or "from" stands before
  bool from = false;
  std::optional<Amount> second = {};  // the other end of a range
};

class SentenceReader {
 public:
  // `whole`: the text is said to be a figure, so that nothing around it can deny it.
  SentenceReader(const std::vector<Token>& tokens, std::string_view text, bool line_start,
                 bool whole)
      : tokens_(tokens), text_(text), line_start_(line_start), whole_(whole) {}

  // `before` is the figure read last.
  Step read(std::size_t at, const FigureReading* before) const;

 private:
  const Token& token(std::size_t at) const {
    return at < tokens_.size() ? tokens_[at] : no_token;
  }

  std::optional<Draft> begin(std::size_t at, std::size_t done) const;
  void take_bound_before(Draft& draft, std::size_t done) const;
  void read_second(Draft& draft, std::size_t done) const;
  void read_noun_and_bound(Draft& draft) const;
  bool is_excluded(const Draft& draft) const;
  bool worth_keeping(const Draft& draft, const FigureReading* before) const;
  bool is_negative(const Side& side, std::size_t done) const;
  std::optional<ChangeReading> change_of(const Draft& draft, std::size_t done) const;
  FigureReading finish(Draft draft, std::size_t done) const;
  std::optional<FigureReading> read_multiple(std::size_t at, std::size_t done) const;
  std::optional<FigureReading> read_vague(std::size_t at, std::size_t done) const;

  const std::vector<Token>& tokens_;
  std::string_view text_;
  bool line_start_;
  bool whole_;
};

Change make_change(const ChangeReading& reading, const Amount& first,
                   const std::optional<Amount>& second) {
  Change change{.direction = reading.direction, .from = {}, .to = {}, .by = {}};
  if (second) {
    if (reading.link != Link::from) return change;
    change.from = first;
    change.to = *second;
    return change;
  }
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
  return change;
}

// A bound right before the draft. "under one roof" bounds nothing.
void SentenceReader::take_bound_before(Draft& draft, std::size_t done) const {
  // "about minus 40 degrees"
  const bool minus = draft.first > done && token(draft.first - 1).folded == "minus";
  const auto bound = read_bound_before(tokens_, draft.first - (minus ? 1 : 0));
  if (!bound || bound->at < done) return;
  const bool place = bound->at + 1 == draft.first &&
                     token(draft.side.at).folded == "one" && !draft.side.number.scaled &&
                     !draft.side.unit;
  if (place) return;
  draft.bound = bound->bound;
  draft.first = bound->at;
}

// "raised its budget by $10 billion to $85 billion": the step and where it led. The ends
// of a range lie closer together.
bool is_step(const Side& low, const Side& high) {
  const auto twice = multiply(low.number.low, Amount{2, 0});
  return low.prefix && high.prefix && twice && high.number.low >= *twice;
}

// The other end of a range, or the whole of "one in five".
void SentenceReader::read_second(Draft& draft, std::size_t done) const {
  const bool room = draft.first > done;
  const std::string_view before =
      room ? token(draft.first - 1).folded : std::string_view{};
  const bool between = before == "between";
  draft.from = before == "from";
  Side& side = draft.side;
  if (between) {
    if (auto again = read_side(tokens_, side.first, {.done = done, .between = true})) {
      side = std::move(*again);
    }
  }
  const Side alone = side;
  auto high = read_range(tokens_, side, between, draft.from);
  if (high && before == "by" && is_step(alone, *high)) {
    side = alone;
    return;
  }
  if (!high) {
    if (auto part = read_one_in(tokens_, side)) side = std::move(*part);
    return;
  }
  draft.framed = between || draft.from;
  if (draft.framed) --draft.first;
  draft.second = high->number.low;
  // The longer unit wins: "$350 to $680 per kg".
  if (high->unit) side.unit = std::move(high->unit);
  side.end = high->end;
  side.number.end = high->number.end;
  side.number.high = high->number.low;
  side.number.scaled = side.number.scaled || high->number.scaled;
}

std::optional<Draft> SentenceReader::begin(std::size_t at, std::size_t done) const {
  auto side = read_side(tokens_, at, {.done = done});
  if (!side) return std::nullopt;
  Draft draft{.side = std::move(*side)};
  draft.first = draft.side.first;
  draft.alone = draft.side.number.end;
  take_bound_before(draft, done);
  read_second(draft, done);
  return draft;
}

// Behind the number: "8,000-plus jobs", "5,000 or more people", "600 AI roles or so".
void SentenceReader::read_noun_and_bound(Draft& draft) const {
  Side& side = draft.side;
  auto bound = read_bound_after(tokens_, side.end);
  const std::size_t after = bound ? bound->at : side.end;
  if (!side.unit) {
    if (bound) side.unit = read_measure(tokens_, after, side.number);
    const bool of_words = side.number.fraction && side.number.words;
    if (!side.unit && !of_words) {
      side.unit = read_counted(tokens_, after, side.number, text_);
    }
    if (!side.unit) side.unit = read_initials(tokens_, after, text_);
    if (!side.unit && side.number.fraction) {
      side.unit = UnitReading{
          .unit = "fraction", .dimension = "ratio", .counts = {}, .end = after};
    }
    if (side.unit) side.end = side.unit->end;
    if (!side.unit && !draft.second) share_list_unit(tokens_, side);
    if (!side.unit && is_told_as_age(tokens_, side)) {
      side.unit = UnitReading{
          .unit = "year of age", .dimension = "age", .counts = {}, .end = side.end};
    }
  }
  if (!bound) bound = read_bound_after(tokens_, side.end);
  if (bound) side.end = std::max(side.end, bound->at);
  if (bound && draft.bound == Bound::exact) draft.bound = bound->bound;
  if (side.unit && side.unit->unit == "fraction" && side.unit->end == side.end) {
    // "3 out of 4 people"
    const auto noun = read_counted(tokens_, side.end, side.number, text_);
    if (noun && token(side.end).folded != "of") {
      side.unit->counts = noun->counts;
      side.unit->end = side.end = noun->end;
    }
  }
  if (side.unit && side.unit->end == side.end) {
    read_substance(tokens_, *side.unit, text_);
    side.end = side.unit->end;
  }
}

bool SentenceReader::is_excluded(const Draft& draft) const {
  const Side& side = draft.side;
  Candidate candidate{.first = side.first,
                      .number = side.at,
                      .number_end = side.number.end,
                      .end = side.end,
                      .kind = UnitKind::none,
                      .range = draft.second.has_value(),
                      .bounded = draft.bound != Bound::exact,
                      .line_start = line_start_};
  if (side.unit) {
    candidate.kind = side.unit->dimension == "money"   ? UnitKind::money
                     : side.unit->dimension == "count" ? UnitKind::counted
                                                       : UnitKind::measure;
  }
  return is_no_figure(tokens_, candidate, side.number);
}

// A number alone is a figure only where it is clearly a quantity.
bool SentenceReader::worth_keeping(const Draft& draft,
                                   const FigureReading* before) const {
  const Number& number = draft.side.number;
  if (whole_ || draft.side.unit) return true;
  if (number.fraction || number.crowd || number.scaled) return true;
  const Token& digits = token(draft.side.at);
  if (digits.kind == TokenKind::number && digits.grouped) return true;
  if (looks_like_year(digits)) return false;
  const bool bounded = draft.bound != Bound::exact;
  if (draft.second) return draft.framed || bounded || *draft.second >= Amount{1, 3};
  if (bounded) return number.low >= Amount{1, 1};
  // "rose to 3.65"
  const std::size_t done = before == nullptr ? 0 : before->end;
  if (change_of(draft, done)) {
    const bool steps = before != nullptr && before->figure.unit == "percent";
    if (digits.decimal || steps) return true;
  }
  if (digits.decimal) return !is_clock_or_version(tokens_, draft.side.at);
  if (before != nullptr && continues_figure(tokens_, draft.side, *before)) return true;
  return is_told_as_value(tokens_, draft.side);
}

// A hyphen before the number is a minus only with space before it and none behind it.
bool SentenceReader::is_negative(const Side& side, std::size_t done) const {
  if (side.negative) return true;
  if (side.first <= done) return false;
  const Token& sign = token(side.first - 1);
  if (sign.folded == "minus") return true;  // "minus 5 degrees"
  const bool hyphen = sign.kind == TokenKind::hyphen || sign.kind == TokenKind::minus;
  if (!hyphen || token(side.first).spaced) return false;
  if (side.first >= done + 2 && token(side.first - 2).folded == "minus") return true;
  const bool free =
      sign.spaced || side.first == 1 || token(side.first - 2).kind == TokenKind::open;
  if (!free) return false;
  if (sign.kind == TokenKind::minus || whole_) return true;
  return side.unit && side.unit->dimension != "count" && side.unit->dimension != "time";
}

std::optional<ChangeReading> SentenceReader::change_of(const Draft& draft,
                                                       std::size_t done) const {
  const std::size_t first = draft.side.first;
  // "Dow +0.2%"
  if (first > 0 && token(first - 1).kind == TokenKind::plus && token(first - 1).spaced &&
      !token(first).spaced) {
    return ChangeReading{Direction::up, Link::none};
  }
  const auto change =
      read_change(tokens_, draft.first + (draft.from && draft.framed ? 1 : 0), done);
  // "raised $5 million" is no rise; "raised its dividend by 5 cents" is.
  const auto& unit = draft.side.unit;
  const bool money = unit ? unit->dimension == "money" : draft.side.number.scaled;
  const bool raises = change && change->link == Link::none && money &&
                      token(change->verb).folded.starts_with("rais");
  if (!change || raises) return std::nullopt;
  // "$84 billion, down from $93 billion": the change is that of the figure before.
  const bool earlier = change->link == Link::from && !draft.second && done > 0 &&
                       change->verb + 1 + 1 == draft.first && change->verb <= done + 2;
  return earlier ? std::nullopt : change;
}

FigureReading SentenceReader::finish(Draft draft, std::size_t done) const {
  Side& side = draft.side;
  FigureReading reading{.figure = {}, .first = draft.first, .end = side.end};
  Figure& figure = reading.figure;
  figure.bound = draft.bound;
  Amount low = side.number.low;
  Amount high = side.number.high;
  if (is_negative(side, done)) {
    low = negate(low);
    if (!draft.second) high = low;
    if (!side.negative && draft.first == side.first) --reading.first;
    const bool word = token(reading.first).kind == TokenKind::hyphen &&
                      reading.first > done && token(reading.first - 1).folded == "minus";
    if (word) --reading.first;  // "minus-5"
  }
  set_ends(figure, low, high);
  const auto change = change_of(draft, done);  // looks at the unit
  if (side.unit) {
    figure.unit = std::move(side.unit->unit);
    figure.dimension = std::move(side.unit->dimension);
    figure.counts = std::move(side.unit->counts);
  }
  if (change) figure.change = make_change(*change, low, draft.second);
  const Token& last = token(reading.end - 1);
  const std::size_t text_end =
      last.possessive ? last.span.start + last.folded.size() : last.span.end;
  figure.span = {token(reading.first).span.start, text_end};
  return reading;
}

// "doubled", "threefold": a factor; the verbs also say which way.
std::optional<FigureReading> SentenceReader::read_multiple(std::size_t at,
                                                           std::size_t done) const {
  const Multiple* row = find_multiple(tokens_, at);
  if (row == nullptr) return std::nullopt;
  Draft draft{.side = {.first = at, .at = at, .end = at + 1}};
  draft.first = at;
  draft.side.number.low = draft.side.number.high = row->value;
  draft.side.unit =
      UnitReading{.unit = "time", .dimension = "ratio", .counts = {}, .end = at + 1};
  take_bound_before(draft, done);
  FigureReading reading = finish(draft, done);
  if (row->direction) {
    reading.figure.change =
        Change{.direction = *row->direction, .from = {}, .to = {}, .by = {}};
  }
  return reading;
}

// "mid-single-digit percentage growth"
std::optional<FigureReading> SentenceReader::read_vague(std::size_t at,
                                                        std::size_t done) const {
  const auto digits = read_vague_digits(tokens_, at);
  if (!digits) return std::nullopt;
  Draft draft{.side = {.first = at, .at = at, .end = digits->end}};
  draft.first = at;
  draft.side.number.low = digits->low;
  draft.side.number.high = digits->high;
  draft.side.unit = UnitReading{
      .unit = "percent", .dimension = "ratio", .counts = {}, .end = digits->end};
  take_bound_before(draft, done);
  return finish(std::move(draft), done);
}

Step SentenceReader::read(std::size_t at, const FigureReading* before) const {
  const std::size_t done = before == nullptr ? 0 : before->end;
  if (auto multiple = read_multiple(at, done)) return {std::move(multiple), at + 1};
  if (auto vague = read_vague(at, done)) {
    const std::size_t next = vague->end;
    return {std::move(vague), next};
  }
  if (!may_begin_number(token(at))) return {{}, at + 1};
  auto draft = begin(at, done);
  if (!draft) return {{}, at + 1};
  read_noun_and_bound(*draft);
  if (!whole_ && is_excluded(*draft)) {
    return {{}, draft->second ? draft->side.number.end : draft->alone};
  }
  if (!worth_keeping(*draft, before)) return {{}, draft->side.number.end};
  const std::size_t next = draft->side.end;
  return {finish(std::move(*draft), done), next};
}

}  // namespace

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

std::vector<FigureReading> read_sentence(const std::vector<Token>& tokens,
                                         std::string_view text, bool line_start,
                                         bool whole) {
  const SentenceReader reader(tokens, text, line_start, whole);
  std::vector<FigureReading> readings;
  for (std::size_t at = 0; at < tokens.size();) {
    Step step = reader.read(at, readings.empty() ? nullptr : &readings.back());
    at = std::max(at + 1, step.next);
    if (!step.reading) continue;
    readings.push_back(std::move(*step.reading));
  }
  return readings;
}

}  // namespace broadsheet
