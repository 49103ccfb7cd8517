// Two figures as intervals of doubles: exactness is of no use where rounding is judged.
// The last digit that tells gives how far a writer may have rounded ("$14 billion" for
// 14.3), but never more than a share of the value ("600" is not 637).
#include <algorithm>
#include <cmath>

#include "searcher/figure_agreement.h"
#include "searcher/unit_size.h"

namespace broadsheet {
namespace {

constexpr double most_rounded = 0.05;  // of the value
constexpr double most_about = 0.1;
// "More than 5,000" is said of 5,300, hardly of 8,000.
constexpr double reach_of_round = 1.08;
// "A little under $5.02" is said of 4.98, not of 4.85.
constexpr double reach_of_specific = 1.01;
// "Thousands" is no number to agree with.
constexpr double widest = 3;

struct Reading {
  double low = 0;
  double high = 0;
  double named = 0;    // before an open end is filled in
  double rounded = 0;  // half the last digit that tells
  double slack = 0;    // the same, within a share of the value
  bool open = false;
  bool vague = false;
};

double half_digit(const Amount& amount) {
  return 0.5 * std::pow(10.0, amount.exponent);
}

Reading reading_of(const Figure& figure) {
  const UnitSize* size = unit_size(figure.unit);
  const double scale = size != nullptr ? to_double(size->size) : 1;
  const Amount low = figure.low.value_or(figure.high.value_or(Amount{}));
  const Amount high = figure.high.value_or(low);
  Reading reading{.low = to_double(low) * scale,
                  .high = to_double(high) * scale,
                  .named = to_double(low) * scale,
                  .rounded = std::min(half_digit(low), half_digit(high)) * scale,
                  .open = !figure.low || !figure.high};
  const bool about = figure.bound == Bound::about;
  if (about) reading.rounded *= 2;
  const double share = about ? most_about : most_rounded;
  reading.slack = std::min(reading.rounded, std::abs(reading.low) * share);
  reading.vague = low != high && reading.high > widest * reading.low;
  const double reach = is_specific(figure) ? reach_of_specific : reach_of_round;
  if (!figure.high) (reading.low > 0 ? reading.high : reading.low) *= reach;
  if (!figure.low) (reading.high > 0 ? reading.low : reading.high) /= reach;
  return reading;
}

bool is_range(const Figure& figure) {
  return figure.low && figure.high && *figure.low < *figure.high;
}

// A forecast of 64-72 is not one of 66-72, though both may come true.
Closeness ranges_close(const Reading& a, const Reading& b) {
  const double slack = std::max(a.slack, b.slack);
  const bool same =
      std::abs(a.low - b.low) <= slack && std::abs(a.high - b.high) <= slack;
  return same ? Closeness::same : Closeness::apart;
}

bool are_bound_alike(const Figure& a, const Figure& b) {
  return (a.low && !a.high && b.low && !b.high) || (!a.low && a.high && !b.low && b.high);
}

// "At least 76" and "at least 83" may both be true, but a toll was raised in between.
Closeness bounds_close(const Reading& a, const Reading& b) {
  const double gap = std::abs(a.named - b.named);
  const double grain = 1e-9 * std::max(std::abs(a.named), std::abs(b.named));
  if (gap <= std::max(a.slack, b.slack) + grain) return Closeness::same;
  return gap > std::max(a.rounded, b.rounded) + grain ? Closeness::apart
                                                      : Closeness::unclear;
}

}  // namespace

Closeness closeness(const Figure& a, const Figure& b) {
  const Reading first = reading_of(a);
  const Reading second = reading_of(b);
  if (first.vague || second.vague) return Closeness::unclear;
  if (is_range(a) && is_range(b)) return ranges_close(first, second);
  if (are_bound_alike(a, b)) return bounds_close(first, second);
  const double gap = std::max({0.0, first.low - second.high, second.low - first.high});
  // What a double loses must not decide.
  const double grain = 1e-9 * std::max(std::abs(first.high), std::abs(second.high));
  if (gap <= std::max(first.slack, second.slack) + grain) return Closeness::same;
  if (first.open || second.open) return Closeness::unclear;
  return gap > std::max(first.rounded, second.rounded) + grain ? Closeness::apart
                                                               : Closeness::unclear;
}

}  // namespace broadsheet
