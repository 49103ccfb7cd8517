// Claims of one kind are sorted by day and each is held against those that follow. Two of
// one event with values apart are an edge; claims that edges join are one figure, told in
// several versions. A story that gives both values itself speaks of parts or of two
// times, so nothing is said, unless it tells the change.
#include "searcher/figure_revision.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>

#include "searcher/claim_kind.h"

namespace broadsheet {
namespace {

constexpr std::size_t neighbours = 40;      // that a claim is held against
constexpr std::size_t most_compared = 500;  // of the first claims in their order
constexpr std::size_t most_versions = 8;    // of one figure; more are another thing each
constexpr int days_to_differ = 3;
constexpr int days_of_revision = 10;
constexpr int days_of_told_revision = 120;  // the later story gives the earlier value
constexpr int days_of_revision_in_period = 200;
// Share of the names of a sentence that the other story has too.
constexpr double most_names = 0.67;
constexpr double some_names = 0.5;
constexpr double most_apart = 3;  // times; what is larger by more is another thing

bool of_one_size(const Figure& a, const Figure& b) {
  const double first = to_double(named_value(a)), second = to_double(named_value(b));
  return first * second > 0 && first <= most_apart * second &&
         second <= most_apart * first;
}

bool periods_agree(const Figure& a, const Figure& b) {
  return !a.period || !b.period || a.period == b.period;
}

bool directions_agree(const Figure& a, const Figure& b) {
  return !a.change || !b.change || a.change->direction == b.change->direction;
}

bool counts_people(const Claim& claim) {
  return kind_of(claim) == "people";
}

// Tolls grow: what is much lower on a later day is of another event.
bool may_follow(const Claim& was, const Claim& is) {
  constexpr double least = 0.8;
  if (!counts_people(is) || *was.first().day == *is.first().day) return true;
  return to_double(named_value(is.first().figure)) >=
         least * to_double(named_value(was.first().figure));
}

// What may have another version at all.
bool may_be_revised(const Claim& claim) {
  const Figure& figure = claim.first().figure;
  return claim.first().day && !is_aside(figure) && !moves_by_itself(claim);
}

class Revisions {
 public:
  Revisions(const std::vector<Claim>& claims, const ClusterOf& cluster_of,
            ClaimEvents& events)
      : claims_(claims), cluster_of_(cluster_of), events_(events), group_(claims.size()) {
    std::iota(group_.begin(), group_.end(), std::size_t{0});
  }

  void run(std::vector<std::optional<Comparison>>& comparisons) {
    std::map<std::string, std::vector<std::size_t>> kinds;
    const std::size_t end = std::min(claims_.size(), most_compared);
    for (std::size_t i = 0; i < end; ++i)
      if (may_be_revised(claims_[i])) kinds[kind_of(claims_[i])].push_back(i);
    for (auto& [kind, members] : kinds) link(members);
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < end; ++i) groups[root(i)].push_back(i);
    for (auto& [first, members] : groups) settle(members, comparisons);
  }

 private:
  std::size_t root(std::size_t i) {
    while (group_[i] != i) i = group_[i] = group_[group_[i]];
    return i;
  }

  void link(std::vector<std::size_t>& members) {
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      return *claims_[a].first().day < *claims_[b].first().day;
    });
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::size_t end = std::min(members.size(), i + 1 + neighbours);
      for (std::size_t j = i + 1; j < end; ++j)
        if (are_versions(members[i], members[j]))
          group_[root(members[j])] = root(members[i]);
    }
  }

  // `b` is not the earlier one. What costs least is asked first.
  bool are_versions(std::size_t a, std::size_t b) {
    const Claim &first = claims_[a], &second = claims_[b];
    const Figure &was = first.first().figure, &is = second.first().figure;
    const int days = *second.first().day - *first.first().day;
    if (days > days_of_revision_in_period) return false;
    return of_one_size(was, is) && may_follow(first, second) && periods_agree(was, is) &&
           directions_agree(was, is) && values_part(was, is, days) &&
           subjects_may_agree(first, second) && !share_a_story(first, second) &&
           events_.knows(a) && events_.knows(b) && near_in_time(a, b, days) &&
           same_thing(a, b) && same_subject(a, b) && !events_.is_part(a) &&
           !events_.is_part(b) && neither_gives_both(a, b) && names_agree(a, b);
  }

  // "As many as 30,000" is no limit that 14,000 keeps to: it was the number until then.
  static bool values_part(const Figure& was, const Figure& is, int days) {
    constexpr double much = 1.3;
    const bool limit = was.bound == Bound::at_most || was.bound == Bound::less_than;
    if (closeness(was, is) == Closeness::apart) return true;
    return limit && days > 0 &&
           to_double(named_value(was)) > much * to_double(named_value(is));
  }

  bool near_in_time(std::size_t a, std::size_t b, int days) {
    const Figure& was = claims_[a].first().figure;
    if (days <= days_of_revision) return true;
    if (was.period && was.period == claims_[b].first().figure.period) return true;
    return days <= days_of_told_revision && !events_.deed(a).empty() &&
           !counts_people(claims_[a]) && events_.tells_revision(b) &&
           events_.gives(b, was);
  }

  static bool subjects_may_agree(const Claim& a, const Claim& b) {
    return !is_named(a) || !is_named(b) || subjects_alike(a.thing, b.thing);
  }

  static bool subjects_alike(const Thing& a, const Thing& b) {
    return all_words_in(a.subject, b.subject) || all_words_in(b.subject, a.subject);
  }

  // The same is counted, or one phrase is not told and its words stand in the sentence
  // of the other; and the same was done.
  bool same_thing(std::size_t a, std::size_t b) {
    const Thing &first = claims_[a].thing, &second = claims_[b].thing;
    const std::string_view deed = events_.deed(a);
    if (deed != events_.deed(b)) return false;
    if (deed.empty() &&
        (is_vague_thing(first.head) || is_vague_thing(second.head) ||
         first.counts.empty() || second.counts.empty() || first.subject.empty() ||
         second.subject.empty() || !subjects_alike(first, second)))
      return false;
    const bool a_people = events_.counts_a_people(a);
    if (a_people != events_.counts_a_people(b) ||
        (a_people && first.subject != second.subject))
      return false;
    if (first.counts.empty() && second.counts.empty())
      return is_named(claims_[a]) && is_named(claims_[b]);
    return tells(a, beside_kind(b)) && tells(b, beside_kind(a));
  }

  bool tells(std::size_t claim, const std::string& stems) {
    return stems.empty() || events_.says(claim, stems) ||
           events_.opens_with(claim, stems);
  }

  // What must be told of the other too: heads of one kind may be other words ("jobs",
  // "roles"), where the head tells the kind.
  std::string beside_kind(std::size_t claim) const {
    const std::string& counts = claims_[claim].thing.counts;
    if (claims_[claim].first().figure.dimension == "money") return counts;
    const std::size_t last = counts.rfind(' ');
    return last == std::string::npos ? std::string() : counts.substr(0, last);
  }

  // One deed of one named subject is one event as it stands; else the names around it
  // have to be the same.
  bool names_agree(std::size_t a, std::size_t b) {
    const Claim &first = claims_[a], &second = claims_[b];
    const bool told = !events_.deed(a).empty() && is_named(first) && is_named(second) &&
                      !counts_people(first) && !counts_people(second) &&
                      !is_vague_thing(first.thing.head) &&
                      !is_vague_thing(second.thing.head);
    const bool periods = first.first().figure.period.has_value() ==
                         second.first().figure.period.has_value();
    return (told && periods) ||
           (events_.are_of_one_place(a, b) &&
            events_.name_each_other(a, b, told ? some_names : most_names));
  }

  bool same_subject(std::size_t a, std::size_t b) {
    const Claim &first = claims_[a], &second = claims_[b];
    if (is_named(first) && is_named(second)) return true;
    if (is_named(first)) return events_.opens_with(b, first.thing.subject);
    if (is_named(second)) return events_.opens_with(a, second.thing.subject);
    return !events_.deed(a).empty();
  }

  bool neither_gives_both(std::size_t a, std::size_t b) {
    const Mention &was = claims_[a].first(), &is = claims_[b].first();
    if (events_.gives(a, is.figure) || events_.gives_beside(b, was.figure)) return false;
    if (!events_.gives(b, was.figure)) return true;
    const bool in_period = was.figure.period && was.figure.period == is.figure.period;
    return *was.day < *is.day && (in_period || events_.tells_revision(b));
  }

  static bool share_a_story(const Claim& a, const Claim& b) {
    const auto stories = a.stories();
    return std::any_of(b.mentions.begin(), b.mentions.end(), [&](const Mention& mention) {
      return stories.count(mention.story) > 0;
    });
  }

  void settle(std::vector<std::size_t>& members,
              std::vector<std::optional<Comparison>>& comparisons) {
    if (members.size() < 2 || members.size() > most_versions) return;
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      return *claims_[a].first().day < *claims_[b].first().day;
    });
    const auto state = state_of(members);
    if (!state) return;
    Comparison comparison{.state = *state, .voices = {}};
    for (const std::size_t i : members)
      if (is_news(i, comparison.voices)) comparison.voices.push_back({i, 0});
    for (const std::size_t i : members) comparisons[i] = comparison;
  }

  // The same source saying the same again adds nothing.
  bool is_news(std::size_t claim, const std::vector<Comparison::Voice>& voices) const {
    const Mention& mention = claims_[claim].first();
    return std::none_of(voices.begin(), voices.end(), [&](const auto& voice) {
      const Mention& other = claims_[voice.claim].first();
      return source_of(other) == source_of(mention) &&
             closeness(other.figure, mention.figure) == Closeness::same;
    });
  }

  // `members` are in the order of their days.
  std::optional<Agreement::State> state_of(const std::vector<std::size_t>& members) {
    bool side_by_side = false;
    for (std::size_t i = 0; i + 1 < members.size(); ++i) {
      const Claim &a = claims_[members[i]], &b = claims_[members[i + 1]];
      if (closeness(a.first().figure, b.first().figure) == Closeness::apart)
        side_by_side = side_by_side || !over_before(a, b);
    }
    if (!side_by_side) return Agreement::State::revised;
    const int span =
        *claims_[members.back()].first().day - *claims_[members.front()].first().day;
    if (span > days_to_differ || !several_sources(members)) return std::nullopt;
    return Agreement::State::differ;
  }

  bool several_sources(const std::vector<std::size_t>& members) const {
    const Mention& first = claims_[members.front()].first();
    return std::any_of(members.begin(), members.end(), [&](std::size_t i) {
      const Mention& other = claims_[i].first();
      return source_of(other) != source_of(first) &&
             cluster_of_(other.story) != cluster_of_(first.story);
    });
  }

  // Whether nobody says `a` any more once somebody says `b`.
  static bool over_before(const Claim& a, const Claim& b) {
    int last = *a.first().day;
    for (const Mention& mention : a.mentions)
      if (mention.day) last = std::max(last, *mention.day);
    return last < *b.first().day;
  }

  const std::vector<Claim>& claims_;
  const ClusterOf& cluster_of_;
  ClaimEvents& events_;
  std::vector<std::size_t> group_;  // of each claim another of its group
};

}  // namespace

void find_revisions(const std::vector<Claim>& claims, const ClusterOf& cluster_of,
                    ClaimEvents& events,
                    std::vector<std::optional<Comparison>>& comparisons) {
  Revisions(claims, cluster_of, events).run(comparisons);
}

}  // namespace broadsheet
