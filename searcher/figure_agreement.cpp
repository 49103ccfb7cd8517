// Claims of one kind are sorted by value, so that those that may agree lie side by side.
// What does not agree is looked at in figure_revision.
#include "searcher/figure_agreement.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "searcher/claim_events.h"
#include "searcher/claim_kind.h"
#include "searcher/figure_revision.h"

namespace broadsheet {
namespace {

constexpr std::size_t neighbours = 24;   // that a claim is held against
constexpr std::size_t most_voices = 12;  // that are listed
constexpr int days_to_agree = 30;
constexpr int days_of_a_price = 5;  // that moves by itself
constexpr int days_of_near_prices = 1;
// Share of the names of a sentence that the other story has too.
constexpr double names_in_common = 0.5;
constexpr double most_names = 0.67;

// "Cuts 600 roles" and "600 roles go" may be one; a rise and a fall are not.
bool may_be_one_change(const Figure& a, const Figure& b) {
  return !a.change || !b.change || a.change->direction == b.change->direction;
}

// "5" of anything is soon said again of something else.
bool is_small(const Figure& figure) {
  const double value = to_double(named_value(figure));
  return figure.dimension == "count" && value < 10;
}

class Agreeing {
 public:
  Agreeing(const std::vector<Claim>& claims, const ClusterOf& cluster_of,
           ClaimEvents& events)
      : claims_(claims),
        cluster_of_(cluster_of),
        events_(events),
        others_(claims.size()) {}

  void run(std::vector<std::optional<Comparison>>& comparisons) {
    std::map<std::string, std::vector<std::size_t>> kinds;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      others_[i].push_back(i);
      if (!is_aside(claims_[i].first().figure)) kinds[kind_of(claims_[i])].push_back(i);
    }
    for (auto& [kind, members] : kinds) link(members);
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const Comparison comparison = voices_of(others_[i]);
      if (comparison.voices.size() > 1) comparisons[i] = comparison;
    }
  }

 private:
  void link(std::vector<std::size_t>& members) {
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      return named_value(claims_[a].first().figure) <
             named_value(claims_[b].first().figure);
    });
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::size_t end = std::min(members.size(), i + 1 + neighbours);
      for (std::size_t j = i + 1; j < end; ++j) {
        const std::size_t a = members[i], b = members[j];
        if (!agree(a, b)) continue;
        others_[a].push_back(b);
        others_[b].push_back(a);
      }
    }
  }

  bool agree(std::size_t i, std::size_t j) {
    const Claim &a = claims_[i], &b = claims_[j];
    const Figure &first = a.first().figure, &second = b.first().figure;
    if (source_of(a.first()) == source_of(b.first())) return false;
    if (first.period && second.period && first.period != second.period) return false;
    const auto days = days_apart(a.first(), b.first());
    if (days && *days > most_days(a, b)) return false;
    return may_be_one_change(first, second) &&
           closeness(first, second) == Closeness::same && heads_agree(i, j) &&
           about_one(i, j) && of_one_event(i, j);
  }

  // A price of the same cents may be told of for weeks, a near one is another day's.
  static int most_days(const Claim& a, const Claim& b) {
    if (!moves_by_itself(a)) return days_to_agree;
    const Figure& figure = a.first().figure;
    if (named_value(figure) != named_value(b.first().figure)) return days_of_near_prices;
    return is_specific(figure) ? days_to_agree : days_of_a_price;
  }

  // What is not told does not part two claims, if the sentence has it.
  bool heads_agree(std::size_t i, std::size_t j) {
    const Thing &a = claims_[i].thing, &b = claims_[j].thing;
    if (a.head == b.head || is_counted(claims_[i])) return true;
    if (a.head.empty()) return events_.says(i, b.head);
    return events_.says(j, a.head) || (!b.head.empty() && events_.says(i, b.head));
  }

  static bool is_counted(const Claim& claim) {
    const std::string& dimension = claim.first().figure.dimension;
    return dimension == "count" || dimension.empty();
  }

  // A sentence that names nobody is about whom its story is about, if the value is the
  // very same.
  bool about_one(std::size_t i, std::size_t j) {
    const Claim &a = claims_[i], &b = claims_[j];
    const std::string &first = a.thing.subject, &second = b.thing.subject;
    const Amount value = named_value(a.first().figure);
    const bool alike = all_words_in(first, second) || all_words_in(second, first);
    bool told = !first.empty() && !second.empty() && !is_vague_subject(first);
    if (first.empty() != second.empty()) {
      if (value != named_value(b.first().figure)) return false;
      const std::size_t named = first.empty() ? j : i, other = first.empty() ? i : j;
      told = is_named(claims_[named]) &&
             events_.opens_with(other, claims_[named].thing.subject);
    }
    const bool specific = is_specific(a.first().figure) && is_specific(b.first().figure);
    const bool counts = !a.thing.counts.empty() && !b.thing.counts.empty();
    if (alike && counts && (told || specific)) return true;
    if (alike && told && !is_round(a.first().figure) && !is_round(b.first().figure))
      return true;
    return alike && cluster_of_(a.first().story) == cluster_of_(b.first().story);
  }

  // People killed are not people hurt. Values that anything may have want the same names
  // around them.
  bool of_one_event(std::size_t i, std::size_t j) {
    const Claim &a = claims_[i], &b = claims_[j];
    const Figure &first = a.first().figure, &second = b.first().figure;
    const bool small = is_small(first) || is_small(second);
    if (small || is_vague_thing(a.thing.head)) {
      if (events_.deed(i) != events_.deed(j)) return false;
      return events_.name_each_other(i, j, small ? most_names : names_in_common);
    }
    if (first.dimension == "ratio" && !is_specific(first) && !shares_of_one(i, j))
      return false;
    const bool specific =
        is_specific(first) && is_specific(second) && !moves_by_itself(a);
    return specific || (is_named(a) && is_named(b)) ||
           events_.one_names_other(i, j, names_in_common);
  }

  // "Two-thirds of voters" are not two-thirds of Northern voters.
  bool shares_of_one(std::size_t i, std::size_t j) {
    return events_.says(i, claims_[j].thing.counts) ||
           events_.says(j, claims_[i].thing.counts);
  }

  // One voice of each source; a copy of a story or a sentence is no other voice.
  Comparison voices_of(const std::vector<std::size_t>& members) const {
    Comparison comparison;
    std::vector<std::string> heard;
    std::set<std::uint64_t> said;
    for (const std::size_t i : members) {
      const auto& mentions = claims_[i].mentions;
      const std::size_t end = std::min(mentions.size(), neighbours);
      for (std::size_t m = 0; m < end; ++m) {
        std::string source = source_of(mentions[m]);
        if (std::find(heard.begin(), heard.end(), source) != heard.end()) continue;
        if (heard.size() >= most_voices) break;
        if (m > 0 && cluster_of_(mentions[m].story) == cluster_of_(mentions[0].story))
          continue;
        if (!said.insert(mentions[m].sentence).second) continue;
        heard.push_back(std::move(source));
        comparison.voices.push_back({i, m});
      }
    }
    std::sort(comparison.voices.begin(), comparison.voices.end(),
              [&](const auto& a, const auto& b) {
                const Mention& first = claims_[a.claim].mentions[a.mention];
                const Mention& second = claims_[b.claim].mentions[b.mention];
                if (earlier(first, second) || earlier(second, first))
                  return earlier(first, second);
                return std::tie(first.outlet, first.story, first.place) <
                       std::tie(second.outlet, second.story, second.place);
              });
    return comparison;
  }

  const std::vector<Claim>& claims_;
  const ClusterOf& cluster_of_;
  ClaimEvents& events_;
  std::vector<std::vector<std::size_t>> others_;  // that agree, each with itself first
};

}  // namespace

std::vector<std::optional<Comparison>> compare_claims(const std::vector<Claim>& claims,
                                                      const ClusterOf& cluster_of,
                                                      const ContextOf& context_of,
                                                      Stemmer& stem) {
  std::vector<std::optional<Comparison>> comparisons(claims.size());
  ClaimEvents events(claims, context_of, stem);
  Agreeing(claims, cluster_of, events).run(comparisons);
  find_revisions(claims, cluster_of, events, comparisons);
  return comparisons;
}

}  // namespace broadsheet
