// The stories that may meet a comparison of figures, by value buckets, units and words.
#include <cmath>
#include <set>

#include "article/words.h"
#include "schema/fields.h"
#include "searcher/planner.h"
#include "searcher/unit_size.h"

namespace broadsheet {

namespace {

using Op = Xapian::Query::op;

Xapian::Query combine(Op op, const std::vector<Xapian::Query>& parts) {
  if (parts.empty()) return {};
  return {op, parts.begin(), parts.end()};
}

Xapian::Query any_term(const std::vector<std::string>& terms) {
  return {Op::OP_OR, terms.begin(), terms.end()};
}

using Ends = std::pair<std::optional<Amount>, std::optional<Amount>>;

// An open end of a figure reaches to half or twice its value (match_values), so the
// buckets do as well.
Ends widened(const FigureCondition& condition) {
  const Amount half{5, -1};
  const Amount twice{2, 0};
  Ends ends;
  if (condition.low)
    ends.first = multiply(*condition.low, condition.low->mantissa < 0 ? twice : half);
  if (condition.high)
    ends.second = multiply(*condition.high, condition.high->mantissa < 0 ? half : twice);
  return ends;
}

// `amount` by a factor, to 15 digits: for buckets that are wider than asked.
std::optional<Amount> scaled(const std::optional<Amount>& amount, double factor) {
  if (!amount) return std::nullopt;
  const double value = to_double(*amount) * factor;
  if (value == 0 || !std::isfinite(value)) return amount;
  const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)))) - 14;
  if (exponent < -60 || exponent > 45) return std::nullopt;
  return make_amount(std::llround(value / std::pow(10.0, exponent)), exponent);
}

Ends scaled_ends(const Ends& ends, const UnitSize& from, const UnitSize& to) {
  const double factor = to_double(from.size) / to_double(to.size);
  return {scaled(ends.first, factor), scaled(ends.second, factor)};
}

// Asking for the words within reach by NEAR takes as long as reading the figures of the
// stories that it would spare.
Xapian::Query in_one_story(const std::vector<std::string>& buckets, std::string_view unit,
                           const std::vector<std::string>& words, Stemmer& stem) {
  std::vector<Xapian::Query> parts{any_term(buckets)};
  for (const Word& word : split_words(unit))
    parts.emplace_back(term(prefix::unit, stem(word.text)));
  for (const std::string& word : words) {
    const std::string& stemmed = stem(word);
    parts.push_back(any_term({term(prefix::unit, stemmed), term("", stemmed)}));
  }
  return combine(Op::OP_AND, parts);
}

}  // namespace

std::set<std::string> buckets_near(const FigureCondition& condition) {
  // Beside a single value only near ones are worth the walk over their lists, and those
  // in its own unit alone.
  const bool point = condition.low && condition.low == condition.high;
  const Ends ends = point ? Ends{scaled(condition.low, 0.75), scaled(condition.low, 1.34)}
                          : widened(condition);
  const auto own = bucket_range_terms(ends.first, ends.second);
  std::set<std::string> buckets(own.begin(), own.end());
  const UnitSize* unit = unit_size(condition.unit);
  if (unit == nullptr) return buckets;
  const Ends asked = point ? Ends{condition.low, condition.high} : ends;
  for (const UnitSize& other : unit_sizes()) {
    if (other.base != unit->base || other.name == unit->name) continue;
    const Ends converted = scaled_ends(asked, *unit, other);
    const auto range = bucket_range_terms(converted.first, converted.second);
    buckets.insert(range.begin(), range.end());
  }
  return buckets;
}

Xapian::Query story_candidates(const FigureCondition& condition, Stemmer& stem) {
  const Ends ends = widened(condition);
  std::vector<Xapian::Query> parts;
  const auto add = [&](const Ends& range, std::string_view unit) {
    parts.push_back(in_one_story(bucket_range_terms(range.first, range.second), unit,
                                 condition.words, stem));
  };
  add(ends, condition.unit);
  const UnitSize* own = unit_size(condition.unit);
  for (const UnitSize& other : unit_sizes()) {
    if (own == nullptr || other.base != own->base || other.name == own->name) continue;
    add(scaled_ends(ends, *own, other), other.name);
  }
  return combine(Op::OP_OR, parts);
}

}  // namespace broadsheet
