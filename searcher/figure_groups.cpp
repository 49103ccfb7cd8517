#include "searcher/figure_groups.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "searcher/claim_kind.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_groups = 100;
constexpr std::size_t most_values = 50;
constexpr std::size_t most_histograms = 8;

using GroupKey = std::tuple<std::string, std::string, std::string>;

struct Group {
  std::vector<Amount> values;
  std::vector<const Claim*> claims;
};

// The phrase of the group as most of its claims print it, the shorter of two.
template <typename Get>
std::optional<std::string> usual(const std::vector<const Claim*>& claims, Get get) {
  std::map<std::string, std::size_t> times;
  for (const Claim* claim : claims) {
    const std::optional<std::string>& text = get(claim->first().figure);
    if (text) ++times[*text];
  }
  if (times.empty()) return std::nullopt;
  const auto best =
      std::min_element(times.begin(), times.end(), [](const auto& a, const auto& b) {
        if (a.second != b.second) return a.second > b.second;
        return a.first.size() < b.first.size();
      });
  return best->first;
}

// The days of all stories that say it; what it was before is not of their day.
void add_days(const Claim& claim, std::optional<int>& first, std::optional<int>& latest) {
  if (is_previous(claim.first().figure)) return;
  for (const Mention& mention : claim.mentions) {
    if (!mention.day) continue;
    first = first ? std::min(*first, *mention.day) : *mention.day;
    latest = latest ? std::max(*latest, *mention.day) : *mention.day;
  }
}

FigureGroup settled(Group group) {
  FigureGroup out;
  out.unit = group.claims.front()->first().figure.unit;
  out.counts = usual(
      group.claims, [](const Figure& f) -> const auto& { return f.counts; });
  out.of = usual(
      group.claims, [](const Figure& f) -> const auto& { return f.of; });
  out.count = group.claims.size();
  std::sort(group.values.begin(), group.values.end());
  out.minimum = group.values.front();
  out.median = group.values[(group.values.size() - 1) / 2];
  out.maximum = group.values.back();
  std::optional<int> first, latest;
  for (const Claim* claim : group.claims) add_days(*claim, first, latest);
  if (first) out.first = date_of_day(*first);
  if (latest) out.latest = date_of_day(*latest);
  return out;
}

Facet facet_of(std::string name, const std::map<std::string, std::size_t>& counts) {
  Facet facet{.name = std::move(name), .values = {}};
  for (const auto& [value, count] : counts) {
    facet.values.push_back(
        {.value = value.empty() ? std::nullopt : std::optional(value), .count = count});
  }
  std::stable_sort(facet.values.begin(), facet.values.end(),
                   [](const FacetValue& a, const FacetValue& b) {
                     if (a.value.has_value() != b.value.has_value())
                       return a.value.has_value();
                     return a.count > b.count;
                   });
  if (facet.values.size() > most_values) facet.values.resize(most_values);
  return facet;
}

// The step of 1, 2, 5, 10, ... that a value above zero lies on or above.
FigureHistogram::Bin bin_above_zero(const Amount& value) {
  int exponent = value.exponent;
  for (std::int64_t rest = value.mantissa; rest >= 10; rest /= 10) ++exponent;
  constexpr std::array<std::int64_t, 4> steps = {1, 2, 5, 10};
  std::size_t step = 0;
  while (step + 2 < steps.size() &&
         !(value < make_amount(steps[step + 1], exponent).value_or(value)))
    ++step;
  return {.from = make_amount(steps[step], exponent).value_or(value),
          .to = make_amount(steps[step + 1], exponent).value_or(value),
          .count = 0};
}

FigureHistogram::Bin bin_of(const Amount& value) {
  if (value.mantissa == 0) return {};
  if (value.mantissa > 0) return bin_above_zero(value);
  const auto mirrored = bin_above_zero(negate(value));
  return {.from = negate(mirrored.to), .to = negate(mirrored.from), .count = 0};
}

FigureHistogram histogram_of(std::string unit, const std::vector<Amount>& values) {
  std::map<std::pair<Amount, Amount>, std::size_t> counts;
  for (const Amount& value : values) {
    const auto bin = bin_of(value);
    ++counts[{bin.from, bin.to}];
  }
  FigureHistogram histogram{.unit = std::move(unit), .bins = {}};
  for (const auto& [ends, count] : counts)
    histogram.bins.push_back({ends.first, ends.second, count});
  return histogram;
}

}  // namespace

std::vector<FigureGroup> group_claims(const std::vector<Claim>& claims) {
  std::map<GroupKey, Group> groups;
  for (const Claim& claim : claims) {
    const Figure& figure = claim.first().figure;
    Group& group = groups[{figure.unit, claim.thing.head, claim.thing.subject}];
    group.values.push_back(named_value(figure));
    group.claims.push_back(&claim);
  }
  std::vector<Group> order;
  order.reserve(groups.size());
  for (auto& [key, group] : groups) order.push_back(std::move(group));
  std::stable_sort(order.begin(), order.end(), [](const Group& a, const Group& b) {
    return a.claims.size() > b.claims.size();
  });
  if (order.size() > most_groups) order.resize(most_groups);
  std::vector<FigureGroup> out;
  out.reserve(order.size());
  for (Group& group : order) out.push_back(settled(std::move(group)));
  return out;
}

std::vector<Facet> figure_facets(const std::vector<Claim>& claims) {
  std::map<std::string, std::size_t> units, things;
  for (const Claim& claim : claims) {
    const Figure& figure = claim.first().figure;
    const bool counted = figure.dimension == "count";
    ++units[figure.unit];
    const std::string counts = figure.counts.value_or("");
    ++things[counted ? figure.unit : counts.substr(counts.rfind(' ') + 1)];
  }
  return {facet_of("unit", units), facet_of("counts", things)};
}

std::vector<FigureHistogram> value_histograms(const std::vector<Claim>& claims) {
  std::map<std::string, std::vector<Amount>> values;
  for (const Claim& claim : claims) {
    const Figure& figure = claim.first().figure;
    values[figure.unit].push_back(named_value(figure));
  }
  std::vector<std::pair<std::string, std::vector<Amount>>> order(values.begin(),
                                                                 values.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.second.size() > b.second.size();
  });
  if (order.size() > most_histograms) order.resize(most_histograms);
  std::vector<FigureHistogram> out;
  for (const auto& [unit, of_unit] : order) out.push_back(histogram_of(unit, of_unit));
  return out;
}

}  // namespace broadsheet
