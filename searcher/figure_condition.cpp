#include "searcher/figure_condition.h"

#include <algorithm>

#include "article/figure_reader.h"
#include "article/words.h"

namespace broadsheet {
namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// A counted noun is a word about the figure rather than a unit that must be equal:
// "8,000 jobs" is also met in a sentence where the jobs stand elsewhere.
void take_unit(FigureCondition& condition, const Figure& figure) {
  if (figure.dimension == "count" || figure.dimension.empty()) {
    for (const Word& word : split_words(figure.unit))
      condition.words.push_back(word.text);
  } else {
    condition.unit = figure.unit;
  }
}

struct Sign {
  std::string_view text;
  bool low;
  bool high;
  bool open;
};
// Longer signs first.
constexpr Sign signs[] = {{">=", true, false, false},
                          {"<=", false, true, false},
                          {">", true, false, true},
                          {"<", false, true, true},
                          {"=", true, true, false}};

FigureCondition exactly(const Figure& figure) {
  FigureCondition condition{.low = figure.low,
                            .high = figure.high,
                            .low_open = figure.bound == Bound::more_than,
                            .high_open = figure.bound == Bound::less_than,
                            .unit = {},
                            .words = {}};
  take_unit(condition, figure);
  return condition;
}

std::optional<FigureCondition> read_signed(std::string_view text) {
  for (const Sign& sign : signs) {
    if (!text.starts_with(sign.text)) continue;
    const auto figure = read_figure(text.substr(sign.text.size()));
    if (!figure || !figure->low) return std::nullopt;
    FigureCondition condition = exactly(*figure);
    condition.high = sign.high ? figure->high : std::nullopt;
    condition.low = sign.low ? figure->low : std::nullopt;
    condition.low_open = sign.low && sign.open;
    condition.high_open = sign.high && sign.open;
    return condition;
  }
  return std::nullopt;
}

bool is_scale_free(const Figure& figure) {
  return figure.unit.empty();
}

// Both ends are read by themselves first; an end without unit takes the other's, and
// "$40..50bn" its scale, by reading it with the sign and the letters of the other end.
std::optional<FigureCondition> read_range(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  const auto left = trim(text.substr(0, dots));
  const auto right = trim(text.substr(dots + 2));
  const auto low = read_figure(left);
  const auto high = read_figure(right);
  if ((!left.empty() && !low) || (!right.empty() && !high) || (!low && !high)) {
    return std::nullopt;
  }
  FigureCondition condition;
  if (low) condition.low = low->low;
  if (high) condition.high = high->high;
  take_unit(condition, low && !is_scale_free(*low) ? *low : (high ? *high : *low));
  return condition;
}

std::optional<FigureCondition> read_plus(std::string_view text) {
  if (text.size() < 2 || !text.ends_with('+')) return std::nullopt;
  const auto figure = read_figure(text.substr(0, text.size() - 1));
  if (!figure || !figure->low) return std::nullopt;
  FigureCondition condition = exactly(*figure);
  condition.high.reset();
  condition.low_open = false;
  return condition;
}

}  // namespace

std::optional<FigureCondition> read_figure_condition(std::string_view text) {
  text = trim(text);
  if (const auto condition = read_signed(text)) return condition;
  if (const auto condition = read_range(text)) return condition;
  if (const auto condition = read_plus(text)) return condition;
  const auto figure = read_figure(text);
  if (!figure) return std::nullopt;
  return exactly(*figure);
}

std::optional<FigureCondition> read_named_condition(std::string_view text) {
  const auto sign = text.find_first_of("<>=");
  if (sign == std::string_view::npos || sign == 0) return std::nullopt;
  const auto words = split_words(text.substr(0, sign));
  if (words.empty() || words.front().numeric) return std::nullopt;
  auto condition = read_figure_condition(text.substr(sign));
  if (!condition) return std::nullopt;
  for (const Word& word : words) condition->words.push_back(word.text);
  return condition;
}

bool satisfies(const Figure& figure, const FigureCondition& condition) {
  if (!condition.unit.empty() && figure.unit != condition.unit) return false;
  // An end that the story leaves open counts as the end that it names.
  const auto& low = figure.low ? figure.low : figure.high;
  const auto& high = figure.high ? figure.high : figure.low;
  if (!low || !high) return false;
  if (condition.low) {
    if (*high < *condition.low) return false;
    if (condition.low_open && *high == *condition.low) return false;
  }
  if (condition.high) {
    if (*low > *condition.high) return false;
    if (condition.high_open && *low == *condition.high) return false;
  }
  return true;
}

}  // namespace broadsheet
