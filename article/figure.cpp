// The names of a figure's parts and its one-line form for people. What the line shows can
// be read back by read_figure, except for who and when.
#include "article/figure.h"

#include <array>
#include <utility>

namespace broadsheet {
namespace {

constexpr std::array<std::pair<Bound, std::string_view>, 6> bound_names{{
    {Bound::exact, "exact"},
    {Bound::about, "about"},
    {Bound::at_least, "at least"},
    {Bound::more_than, "more than"},
    {Bound::at_most, "at most"},
    {Bound::less_than, "less than"},
}};
constexpr std::array<std::pair<Direction, std::string_view>, 2> direction_names{{
    {Direction::up, "up"},
    {Direction::down, "down"},
}};
constexpr std::array<std::pair<Status, std::string_view>, 5> status_names{{
    {Status::said, "said"},
    {Status::planned, "planned"},
    {Status::estimated, "estimated"},
    {Status::denied, "denied"},
    {Status::rumoured, "rumoured"},
}};

template <typename Names, typename Value>
std::string_view name_of(const Names& names, Value value) {
  for (const auto& [known, name] : names) {
    if (known == value) return name;
  }
  return {};
}

template <typename Value, std::size_t count>
std::optional<Value> value_of(
    const std::array<std::pair<Value, std::string_view>, count>& names,
    std::string_view name) {
  for (const auto& [value, known] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

constexpr std::array<std::pair<int, std::string_view>, 3> scale_words{{
    {12, "trillion"},
    {9, "billion"},
    {6, "million"},
}};

// The largest scale word that leaves each of the amounts a short decimal of at least 1.
int common_scale(const Figure& figure) {
  for (const auto& [exponent, word] : scale_words) {
    bool fits = true;
    for (const auto& end : {figure.low, figure.high}) {
      if (!end) continue;
      const Amount size = end->mantissa < 0 ? negate(*end) : *end;
      fits = fits && size >= Amount{1, exponent} && end->exponent >= exponent - 3;
    }
    if (fits) return exponent;
  }
  return 0;
}

std::string scaled(const Amount& amount, int scale) {
  const auto value = make_amount(amount.mantissa, amount.exponent - scale);
  return to_string(value.value_or(amount));
}

}  // namespace

std::string_view to_string(Bound bound) {
  return name_of(bound_names, bound);
}
std::string_view to_string(Direction direction) {
  return name_of(direction_names, direction);
}
std::string_view to_string(Status status) {
  return name_of(status_names, status);
}
std::optional<Bound> bound_from(std::string_view name) {
  return value_of(bound_names, name);
}
std::optional<Direction> direction_from(std::string_view name) {
  return value_of(direction_names, name);
}
std::optional<Status> status_from(std::string_view name) {
  return value_of(status_names, name);
}

std::string to_string(const Figure& figure) {
  const int scale = common_scale(figure);
  std::string line;
  if (figure.bound != Bound::exact) {
    line += to_string(figure.bound);
    line += ' ';
  }
  if (figure.low && figure.high && *figure.low != *figure.high) {
    // "to" where a dash would stand before a minus.
    const bool negative = figure.low->mantissa < 0 || figure.high->mantissa < 0;
    line += scaled(*figure.low, scale) + (negative ? " to " : "-") +
            scaled(*figure.high, scale);
  } else if (figure.low || figure.high) {
    line += scaled(figure.low ? *figure.low : *figure.high, scale);
  }
  for (const auto& [exponent, word] : scale_words) {
    if (scale != exponent) continue;
    line += ' ';
    line += word;
  }
  const std::string& unit =
      figure.dimension == "count" && figure.counts ? *figure.counts : figure.unit;
  if (!unit.empty()) line += " " + unit;
  return line;
}

}  // namespace broadsheet
