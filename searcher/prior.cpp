#include "searcher/prior.h"

#include <algorithm>
#include <cmath>

#include "article/outlets.h"
#include "schema/fields.h"
#include "schema/terms.h"
#include "searcher/ranking.h"

namespace broadsheet {
namespace {

// Days of one week hardly differ, months do. A story from after `now` was not known then,
// but dates are a day off at times.
double recency(int day, int today) {
  const double age = today - day;
  if (age < 0) return std::exp2(age / ranking::future_half_life_days);
  const double far = age / ranking::recency_half_life_days;
  return 1 / (1 + far * far);
}

// Days between the day and the range.
int distance(int day, const DayRange& days) {
  return std::max({0, days.first - day, day - days.last});
}

}  // namespace

std::set<std::string> outlet_terms(const Clause& clause) {
  return {name_term(prefix::outlet, clause.value),
          name_term(prefix::outlet, normalise_outlet(clause.value))};
}

Prior::Prior(const Query& query, const std::optional<Date>& now) {
  if (now) today_ = first_day(*now);
  for (const Clause& clause : query.liked) {
    if (clause.kind == Clause::Kind::name) {
      outlets_.merge(outlet_terms(clause));
    } else if (clause.days) {
      days_.push_back(*clause.days);
    }
  }
}

double Prior::of(const Xapian::Document& document) const {
  double gain = 0;
  if (!outlets_.empty()) {
    const std::string outlet = document.get_value(slot_outlet);
    if (!outlet.empty() && outlets_.count(name_term(prefix::outlet, outlet)) > 0)
      gain += ranking::liked_outlet_gain;
  }
  if (!today_ && days_.empty()) return gain;
  const auto day = decode_day(document.get_value(slot_date));
  if (!day) return gain;
  if (today_) gain += ranking::recency_gain * recency(*day, *today_);
  double near = 0;
  for (const DayRange& days : days_)
    near = std::max(near, std::exp2(-distance(*day, days)));
  return gain + ranking::liked_days_gain * near;
}

}  // namespace broadsheet
