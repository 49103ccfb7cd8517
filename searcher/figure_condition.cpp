#include "searcher/figure_condition.h"

#include <algorithm>
#include <cmath>

#include "article/figure_reader.h"
#include "article/words.h"
#include "searcher/unit_size.h"

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

// "$40..50bn": the scale and the unit behind the right end are the left one's too.
std::optional<Figure> read_left_end(std::string_view left, std::string_view right) {
  const auto last_digit = right.find_last_of("0123456789");
  const bool bare = !left.empty() && left.back() >= '0' && left.back() <= '9';
  if (bare && last_digit != std::string_view::npos) {
    const std::string scaled =
        std::string(left) + std::string(right.substr(last_digit + 1));
    if (auto figure = read_figure(scaled)) return figure;
  }
  return read_figure(left);
}

// "$200m..400m": the currency before the left end is the right one's too, where 400m
// would be metres.
std::optional<Figure> read_right_end(std::string_view left, std::string_view right) {
  const auto first_digit = left.find_first_of("0123456789");
  const bool bare = !right.empty() && right.front() >= '0' && right.front() <= '9';
  if (bare && first_digit != std::string_view::npos && first_digit > 0) {
    const std::string in_currency =
        std::string(left.substr(0, first_digit)) + std::string(right);
    if (auto figure = read_figure(in_currency)) return figure;
  }
  return read_figure(right);
}

std::optional<FigureCondition> read_range(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  const auto left = trim(text.substr(0, dots));
  const auto right = trim(text.substr(dots + 2));
  const auto low = read_left_end(left, right);
  const auto high = read_right_end(left, right);
  if ((!left.empty() && !low) || (!right.empty() && !high) || (!low && !high)) {
    return std::nullopt;
  }
  FigureCondition condition;
  if (low) condition.low = low->low;
  if (high) condition.high = high->high;
  if (low && high && *condition.high < *condition.low)
    std::swap(condition.low, condition.high);
  take_unit(condition, low && !low->unit.empty() ? *low : (high ? *high : *low));
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

std::optional<FigureCondition> read_signed(std::string_view text) {
  for (const Sign& sign : signs) {
    if (!text.starts_with(sign.text)) continue;
    const auto value = text.substr(sign.text.size());
    if (sign.low && sign.high) {
      if (auto range = read_range(value)) return range;
      if (auto range = read_plus(value)) return range;
    }
    const auto figure = read_figure(value);
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

}  // namespace

std::optional<FigureCondition> read_figure_condition(std::string_view text) {
  text = trim(text);
  if (auto condition = read_signed(text)) return condition;
  if (auto condition = read_range(text)) return condition;
  if (auto condition = read_plus(text)) return condition;
  const auto figure = read_figure(text);
  if (!figure) return std::nullopt;
  return exactly(*figure);
}

std::optional<FigureCondition> read_named_condition(std::string_view text) {
  const auto sign = text.find_first_of("<>=");
  if (sign == std::string_view::npos || sign == 0) return std::nullopt;
  // "https://example.org/story?page=1" compares nothing.
  if (text.find('?') < sign || text.find("://") < sign) return std::nullopt;
  const auto words = split_words(text.substr(0, sign));
  if (words.empty() || words.front().numeric) return std::nullopt;
  auto condition = read_figure_condition(text.substr(sign));
  if (!condition) return std::nullopt;
  for (const Word& word : words) condition->words.push_back(word.text);
  return condition;
}

std::optional<FigureCondition> read_comparison(std::string_view text) {
  if (auto named = read_named_condition(text)) return named;
  const bool looks_so = text.find("..") != std::string_view::npos ||
                        text.ends_with('+') || text.find_first_of("<>=") == 0;
  return looks_so ? read_figure_condition(text) : std::nullopt;
}

FigureCondition condition_of(const Figure& figure) {
  return exactly(figure);
}

namespace {

// One end of an interval on the number line; no value: it goes on for ever.
struct End {
  std::optional<Amount> value;
  bool open = false;
};

struct Interval {
  End low;
  End high;
};

Interval interval_of(const Figure& figure) {
  return {{figure.low, figure.bound == Bound::more_than},
          {figure.high, figure.bound == Bound::less_than}};
}

// Nothing when a value does not fit after conversion.
bool convert(Interval& interval, const Amount& size) {
  for (End* end : {&interval.low, &interval.high}) {
    if (!end->value) continue;
    end->value = multiply(*end->value, size);
    if (!end->value) return false;
  }
  return true;
}

// Whether all of `a` lies below all of `b`.
bool apart(const Interval& a, const Interval& b) {
  if (!a.high.value || !b.low.value) return false;
  if (*a.high.value == *b.low.value) return a.high.open || b.low.open;
  return *a.high.value < *b.low.value;
}

bool inside(const Interval& part, const Interval& whole) {
  if (whole.low.value) {
    if (!part.low.value || *part.low.value < *whole.low.value) return false;
    const bool touches = *part.low.value == *whole.low.value;
    if (touches && whole.low.open && !part.low.open) return false;
  }
  if (whole.high.value) {
    if (!part.high.value || *part.high.value > *whole.high.value) return false;
    const bool touches = *part.high.value == *whole.high.value;
    if (touches && whole.high.open && !part.high.open) return false;
  }
  return true;
}

// An end that was asked for within twice of the end a story names.
bool near_end(const End& asked, const Amount& named) {
  if (!asked.value) return false;
  const double a = to_double(*asked.value);
  const double b = to_double(named);
  return a == b || (a * b > 0 && a <= 2 * b && b <= 2 * a);
}

// What overlaps may still be far: "more than 10" is no answer to ">5000".
bool reaches(const Interval& figure, const Interval& asked) {
  if (figure.low.value && figure.high.value) return true;
  const auto& named = figure.low.value ? figure.low.value : figure.high.value;
  return named && (near_end(asked.low, *named) || near_end(asked.high, *named));
}

bool is_point(const Interval& interval) {
  return interval.low.value && interval.low.value == interval.high.value;
}

Match match(const Interval& figure, const Interval& asked) {
  if (!figure.low.value && !figure.high.value) return Match::no;
  // "more than 5,000" is found by 5,000, the number that it names.
  const auto& named = figure.low.value ? figure.low.value : figure.high.value;
  if (is_point(asked) && *named == *asked.low.value && !is_point(figure))
    return Match::possibly;
  if (apart(figure, asked) || apart(asked, figure)) return Match::no;
  if (inside(figure, asked)) return Match::surely;
  return reaches(figure, asked) ? Match::possibly : Match::no;
}

}  // namespace

namespace {

// A sum that was asked for without a rate is compared with the sum of any: "wages>£12"
// with "£12.90 an hour".
std::string_view compared_unit(const Figure& figure, const FigureCondition& condition) {
  const bool rate_asked = amount_of_rate(condition.unit) != condition.unit;
  if (figure.dimension != "money" || rate_asked) return figure.unit;
  return amount_of_rate(figure.unit);
}

// "about 600" need not be above 590.
bool blurred(const Figure& figure, const FigureCondition& condition) {
  constexpr double blur = 0.05;
  const bool point = condition.low && condition.low == condition.high;
  if (figure.bound != Bound::about ||
      (!condition.unit.empty() && figure.unit != condition.unit) || point)
    return false;
  const auto close = [&](const std::optional<Amount>& end) {
    const double value = to_double(figure.low.value_or(Amount{}));
    return end && std::abs(to_double(*end) - value) <= blur * std::abs(value);
  };
  return close(condition.low) || close(condition.high);
}

}  // namespace

Match match_values(const Figure& figure, const FigureCondition& condition) {
  Interval has = interval_of(figure);
  Interval asked{{condition.low, condition.low_open},
                 {condition.high, condition.high_open}};
  const std::string_view unit = compared_unit(figure, condition);
  if (unit != condition.unit) {
    const UnitSize* from = unit_size(unit);
    const UnitSize* to = unit_size(condition.unit);
    if (from != nullptr && to != nullptr && from->base == to->base &&
        (!convert(has, from->size) || !convert(asked, to->size))) {
      return Match::no;
    }
  }
  return match(has, asked);
}

bool has_unit_of(const Figure& figure, const FigureCondition& condition) {
  const std::string_view unit = compared_unit(figure, condition);
  return unit == condition.unit || units_compare(unit, condition.unit);
}

Match match_figure(const Figure& figure, const FigureCondition& condition) {
  if (!condition.unit.empty() && !has_unit_of(figure, condition)) return Match::no;
  const bool needs_unit = figure.dimension == "money" || figure.dimension == "ratio";
  if (condition.unit.empty() && needs_unit) return Match::no;
  const Match match = match_values(figure, condition);
  return match == Match::surely && blurred(figure, condition) ? Match::possibly : match;
}

bool satisfies(const Figure& figure, const FigureCondition& condition) {
  return match_figure(figure, condition) != Match::no;
}

namespace {

bool counts_one_of(const Figure& figure, const std::vector<std::string>& words,
                   Stemmer& stem) {
  if (words.empty()) return false;
  const std::string counted = figure.unit + " " + figure.counts.value_or("");
  for (const Word& word : split_words(counted)) {
    const std::string stemmed = stem(word.text);
    for (const std::string& asked : words) {
      if (stem(asked) == stemmed) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::size_t> figures_meeting(std::span<const Figure> sentence,
                                         const FigureCondition& condition,
                                         Stemmer& stem) {
  const auto meets = [&](const Figure& figure) { return satisfies(figure, condition); };
  if (std::none_of(sentence.begin(), sentence.end(), meets)) return {};
  std::vector<std::size_t> counting;
  std::vector<std::size_t> others;
  bool counted_here = false;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool counts = counts_one_of(sentence[i], condition.words, stem);
    counted_here = counted_here || counts;
    if (meets(sentence[i])) (counts ? counting : others).push_back(i);
  }
  return counted_here ? counting : others;
}

}  // namespace broadsheet
