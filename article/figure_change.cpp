// Neighbours are joined by the last word between them, "to", "at" or "from", and only
// over words and numbers of dates: a comma or another verb of change begins something
// new. Ranges as ends ("up from $89-93 billion") are left as they are.
#include "article/figure_change.h"

#include <string_view>
#include <utility>

#include "article/number_reader.h"

namespace broadsheet {
namespace {

// The one value of a point, whichever end its bound leaves open.
std::optional<Amount> value_of(const Figure& figure) {
  const auto& value = figure.low ? figure.low : figure.high;
  const bool point = !figure.low || !figure.high || *figure.low == *figure.high;
  return point ? value : std::nullopt;
}

// ---- one range into two figures

std::size_t last_to(const std::vector<Token>& tokens, const FigureReading& reading) {
  for (std::size_t at = reading.end; at > reading.first + 1; --at) {
    if (tokens[at - 1].folded == "to") return at - 1;
  }
  return 0;
}

// Whether the tokens print the value themselves: in "from 5 to 7 million" the 5 does not.
bool prints(const std::vector<Token>& tokens, std::size_t first, std::size_t end,
            const Amount& value) {
  for (std::size_t at = first; at < end; ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::currency || !may_begin_number(token)) continue;
    const auto number = read_number(tokens, at, true, false);
    return number && number->low == value;
  }
  return false;
}

FigureReading part_of(const std::vector<Token>& tokens, const FigureReading& whole,
                      std::size_t first, std::size_t end, const Amount& value) {
  FigureReading part = whole;
  part.first = first;
  part.end = end;
  part.figure.low = part.figure.high = std::nullopt;
  set_ends(part.figure, value, value);
  part.figure.span = {tokens[first].span.start, tokens[end - 1].span.end};
  return part;
}

// "from 1,200 to 900 people": the end it began with, if that is printed in full, and the
// one it led to.
void split_range(const std::vector<Token>& tokens, FigureReading reading,
                 std::vector<FigureReading>& parts) {
  const auto& change = reading.figure.change;
  const bool pair = change && change->from && change->to && !value_of(reading.figure);
  const std::size_t to = pair ? last_to(tokens, reading) : 0;
  if (to == 0 || to + 1 >= reading.end) {
    parts.push_back(std::move(reading));
    return;
  }
  const std::size_t first =
      reading.first + (tokens[reading.first].folded == "from" ? 1 : 0);
  if (first < to && prints(tokens, first, to, *change->from)) {
    parts.push_back(part_of(tokens, reading, first, to, *change->from));
  }
  reading.figure.bound = Bound::exact;
  parts.push_back(part_of(tokens, reading, to + 1, reading.end, *change->to));
}

// ---- neighbours

bool same_unit(const Figure& a, const Figure& b) {
  return a.unit == b.unit;
}

// What a step may lead to: "5% to $3 billion", "18 sen to 2.40 ringgit", "240 points to
// 26,100"; in "added 900 jobs to 40 plants" it leads nowhere.
bool may_lead(const Figure& step, const Figure& end) {
  return same_unit(step, end) || step.dimension == "ratio" || end.unit.empty() ||
         (step.dimension == "money" && end.dimension == "money");
}

// The word that joins two figures, or nothing.
std::string_view link_between(const std::vector<Token>& tokens, std::size_t begin,
                              std::size_t end) {
  constexpr std::size_t reach = 8;
  if (end <= begin || end - begin > reach) return {};
  const std::string_view link = tokens[end - 1].folded;
  if (link != "to" && link != "from" && link != "at") return {};
  for (std::size_t at = begin; at + 1 < end; ++at) {
    const Token& token = tokens[at];
    // "to 4.9%, from 4.3%"
    if (token.kind == TokenKind::comma && link == "from" && at + 2 == end) continue;
    const bool word = token.kind == TokenKind::word && !token.is(rise | fall) &&
                      token.folded != "and" && token.folded != "but" &&
                      token.folded != "while" && token.folded != "or";
    if (!word && token.kind != TokenKind::number) return {};
  }
  return link;
}

// ", up from", "students enrolled this year, down from"
std::optional<Direction> aside(const std::vector<Token>& tokens, std::size_t begin,
                               std::size_t end) {
  constexpr std::size_t reach = 10;
  if (end < begin + 2 || end > begin + reach || tokens[end - 1].folded != "from") {
    return {};
  }
  for (std::size_t at = begin; at + 2 < end; ++at) {
    const bool comma = tokens[at].kind == TokenKind::comma && at + 3 == end;
    if (!comma && tokens[at].kind != TokenKind::word) return {};
  }
  const std::string_view word = tokens[end - 2].folded;
  if (word == "up") return Direction::up;
  if (word == "down") return Direction::down;
  return std::nullopt;
}

class Tie {
 public:
  Tie(const std::vector<Token>& tokens, std::vector<FigureReading>& readings)
      : tokens_(tokens), readings_(readings) {}

  void join(std::size_t at) {
    FigureReading& before = readings_[at - 1];
    FigureReading& last = readings_[at];
    const auto value = value_of(last.figure);
    if (!value || last.first <= before.end) return;
    if (const auto direction = aside(tokens_, before.end, last.first)) {
      tell_aside(before.figure, last.figure, *direction);
      return;
    }
    const auto& change = before.figure.change;
    if (!change) return;
    const std::string_view link = link_between(tokens_, before.end, last.first);
    if (link == "from") {
      begin_from(at, *value);
    } else if (!link.empty()) {
      lead_to(before.figure, last.figure, *value, link == "at");
    }
  }

 private:
  static void tell_aside(Figure& before, Figure& last, Direction direction) {
    take_rate(before, last);
    const auto value = value_of(last);
    if (before.change || !same_unit(before, last)) return;
    before.change = last.change =
        Change{.direction = direction, .from = value, .to = {}, .by = {}};
  }

  // "to £12.90 an hour from £11.50"
  static void take_rate(const Figure& from, Figure& to) {
    if (!to.unit.empty() && from.unit.starts_with(to.unit + " per ")) to.unit = from.unit;
  }

  static void lead_to(Figure& before, Figure& last, const Amount& value, bool at) {
    Change& change = *before.change;
    const bool step = change.by || before.unit == "time";
    if (change.to || (!step && !change.from) || (at && !step)) return;
    if (at && !same_unit(before, last) && before.dimension != "ratio" &&
        !last.unit.empty()) {
      return;
    }
    if (step ? !may_lead(before, last) : !same_unit(before, last)) return;
    Change whole{.direction = change.direction, .from = {}, .to = value, .by = {}};
    if (same_unit(before, last)) {
      whole.from = change.from;
      whole.by = change.by;
      change = whole;
    }
    last.change = whole;
  }

  void begin_from(std::size_t at, const Amount& value) {
    Figure& before = readings_[at - 1].figure;
    Figure& last = readings_[at].figure;
    if (before.change->from || !value_of(before)) return;
    take_rate(before, last);
    Change whole = *before.change;
    whole.from = value;
    if (!same_unit(before, last)) {
      whole.to = whole.by = std::nullopt;
      if (may_lead(before, last)) last.change = whole;
      return;
    }
    before.change = last.change = whole;
    if (at < 2) return;
    Figure& first = readings_[at - 2].figure;  // "by 300 to 900 from 1,200"
    if (first.change && first.change->to == whole.to && same_unit(first, last)) {
      first.change = whole;
    }
  }

  const std::vector<Token>& tokens_;
  std::vector<FigureReading>& readings_;
};

// "the price fell 24 hours later": when it fell, and not by how much.
void drop_time_of_event(const std::vector<Token>& tokens, FigureReading& reading) {
  if (!reading.figure.change || reading.figure.dimension != "time") return;
  const std::string_view next = token_at(tokens, reading.end).folded;
  if (next == "later" || next == "ago" || next == "earlier" || next == "after" ||
      next == "before") {
    reading.figure.change = std::nullopt;
  }
}

}  // namespace

void tie_changes(const std::vector<Token>& tokens, std::vector<FigureReading>& readings) {
  std::vector<FigureReading> parts;
  parts.reserve(readings.size() + 1);
  for (FigureReading& reading : readings) {
    split_range(tokens, std::move(reading), parts);
  }
  readings = std::move(parts);
  for (FigureReading& reading : readings) drop_time_of_event(tokens, reading);
  Tie tie(tokens, readings);
  for (std::size_t at = 1; at < readings.size(); ++at) tie.join(at);
}

}  // namespace broadsheet
