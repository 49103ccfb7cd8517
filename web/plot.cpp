// Scales and their labels.
#include "web/plot.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fmt/format.h>

#include "article/date.h"
#include "web/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_ticks = 8;

// 1, 2 or 5 by a power of ten, at least `step`.
double round_step(double step) {
  const double power = std::pow(10, std::floor(std::log10(step)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= step * 0.999) return factor * power;
  return 10 * power;
}

struct Magnitude {
  double value;
  std::string_view name;
};

constexpr std::array magnitudes = {Magnitude{1e12, "tn"}, Magnitude{1e9, "bn"},
                                   Magnitude{1e6, "m"}, Magnitude{1e3, "k"}};

std::string short_number(double value) {
  const double size = std::abs(value);
  if (size >= 1e16 || (size > 0 && size < 1e-3)) return fmt::format("{:.0e}", value);
  for (const Magnitude& magnitude : magnitudes) {
    if (size >= magnitude.value * (magnitude.value < 1e6 ? 10 : 1))
      return fmt::format("{:.4g}{}", value / magnitude.value, magnitude.name);
  }
  if (size >= 1e3) return grouped(static_cast<std::size_t>(std::llround(size)));
  return fmt::format("{:.4g}", value);
}

constexpr std::array<std::string_view, 12> short_months = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// The start of the month so many months after year 0.
int month_start(int months) {
  return first_day(*make_date(months / 12, static_cast<unsigned>(months % 12) + 1));
}

std::vector<DayTick> month_ticks(int first, int last) {
  const Date from = date_of_day(first), to = date_of_day(last);
  const int start = static_cast<int>(from.day.year()) * 12 +
                    static_cast<int>(static_cast<unsigned>(from.day.month())) - 1;
  const int end = static_cast<int>(to.day.year()) * 12 +
                  static_cast<int>(static_cast<unsigned>(to.day.month())) - 1;
  constexpr std::array steps = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000};
  int step = steps.back();
  for (std::size_t i = steps.size(); i-- > 0;)
    if ((end - start) / steps[i] < static_cast<int>(most_ticks)) step = steps[i];
  std::vector<DayTick> out;
  for (int month = (start / step) * step; month <= end; month += step) {
    if (month < 12'000) continue;
    const int day = month_start(month);
    if (day < first || day > last) continue;
    const std::string year = std::to_string(month / 12);
    const bool plain = step % 12 == 0;
    const std::string_view name = short_months[static_cast<std::size_t>(month % 12)];
    out.push_back({day, plain ? year : std::string(name) + " " + year});
  }
  return out;
}

std::string_view money_sign(std::string_view unit) {
  if (unit == "USD") return "$";
  if (unit == "EUR") return "\u20AC";
  if (unit == "GBP") return "\u00A3";
  return "";
}

}  // namespace

Scale::Scale(double low, double high, double smallest, double from, double to)
    : unit_(smallest > 0 ? smallest : 1), from_(from), to_(to) {
  if (low > 0 && high / low >= 10) {
    kind_ = Kind::log;
  } else if (low <= 0 && std::max(std::abs(low), std::abs(high)) / unit_ >= 10) {
    kind_ = Kind::both_sides;
  }
  low_ = bent(low);
  high_ = bent(high);
  const double room =
      high_ > low_ ? (high_ - low_) * 0.04 : std::max(1.0, std::abs(low_) * 0.1);
  low_ -= kind_ == Kind::linear && low >= 0 ? std::min(room, low_) : room;
  high_ += room;
}

double Scale::bent(double value) const {
  switch (kind_) {
    case Kind::linear:
      return value;
    case Kind::log:
      return std::log10(value > 0 ? value : unit_);
    case Kind::both_sides:
      return std::copysign(std::log10(1 + std::abs(value) / unit_), value);
  }
  return value;
}

double Scale::straight(double bent) const {
  switch (kind_) {
    case Kind::linear:
      return bent;
    case Kind::log:
      return std::pow(10, bent);
    case Kind::both_sides:
      return std::copysign((std::pow(10, std::abs(bent)) - 1) * unit_, bent);
  }
  return bent;
}

double Scale::at(double value) const {
  const double part = (bent(value) - low_) / (high_ - low_);
  return from_ + (to_ - from_) * std::clamp(part, 0.0, 1.0);
}

double Scale::value_at(double place) const {
  return straight(low_ + (high_ - low_) * (place - from_) / (to_ - from_));
}

std::vector<double> Scale::ticks() const {
  std::vector<double> out;
  if (kind_ == Kind::linear) {
    const double step = round_step((high_ - low_) / 6);
    for (double value = std::ceil(low_ / step) * step;
         value <= high_ && out.size() < most_ticks; value += step)
      out.push_back(std::abs(value) < step / 1e6 ? 0 : value);
    return out;
  }
  const double most = std::max(std::abs(low_), std::abs(high_));
  const double decades = kind_ == Kind::log ? high_ - low_ : most * 2;
  const int step = std::max(1, static_cast<int>(std::ceil(decades / 6)));
  if (kind_ == Kind::both_sides) out.push_back(0);
  const int lowest =
      static_cast<int>(std::floor(kind_ == Kind::log ? low_ : std::log10(unit_)));
  for (int power = lowest; power <= lowest + static_cast<int>(decades) + 2;
       power += step) {
    for (const double sign : {1.0, -1.0}) {
      const double value = sign * std::pow(10, power);
      if (kind_ == Kind::log && sign < 0) continue;
      if (bent(value) >= low_ && bent(value) <= high_) out.push_back(value);
    }
  }
  return out;
}

std::vector<DayTick> day_ticks(int first, int last) {
  if (last - first > 75) return month_ticks(first, last);
  std::vector<DayTick> out;
  const int step = std::max(1, (last - first + 7) / 7);
  for (int day = first; day <= last && out.size() < most_ticks; day += step) {
    const Date date = date_of_day(day);
    const auto month = static_cast<unsigned>(date.day.month()) - 1;
    out.push_back({day, std::to_string(static_cast<unsigned>(date.day.day())) + " " +
                            std::string(short_months[month])});
  }
  return out;
}

std::string coordinate(double place) {
  std::string text = fmt::format("{:.1f}", place);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string short_value(double value, std::string_view unit) {
  const std::string number = short_number(std::abs(value));
  const std::string sign = value < 0 ? "\u2212" : "";
  if (unit == "percent") return sign + number + "%";
  return sign + std::string(money_sign(unit)) + number;
}

std::string span_of_days(int first, int last) {
  const Date from = date_of_day(first);
  for (const Date& whole : {year_of(from), month_of(from)})
    if (first_day(whole) == first && last_day(whole) == last) return long_date(whole);
  if (first == last) return long_date(from);
  return long_date(from) + " to " + long_date(date_of_day(last));
}

std::string unit_name(std::string_view unit) {
  if (unit.empty()) return "numbers without a unit";
  if (unit == "USD") return "US dollars";
  if (unit == "EUR") return "euros";
  if (unit == "GBP") return "pounds";
  return std::string(unit);
}

}  // namespace broadsheet
