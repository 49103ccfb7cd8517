// Mentions that say the same thing, put together as one claim.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "schema/terms.h"
#include "searcher/claim_context.h"
#include "searcher/figure_mentions.h"

namespace broadsheet {

// What a figure is a figure of, as far as claims are compared: stems in order.
struct Thing {
  std::string unit;     // the base unit of measures that convert
  std::string counts;   // the whole phrase
  std::string head;     // of what is counted
  std::string subject;  // whom it is said of; empty: not told
  friend bool operator==(const Thing&, const Thing&) = default;
};

Thing thing_of(const Figure& figure, Stemmer& stem);

struct Claim {
  std::vector<Mention> mentions;  // the first publisher's first, the undated last
  Thing thing;
  double score = 0;
  std::optional<Sureness> match;

  const Mention& first() const { return mentions.front(); }
  std::set<std::string> outlets() const;
  std::set<std::string> stories() const;
};

// The cluster of near-copies that a story is in, by its id.
using ClusterOf = std::function<std::string(const std::string&)>;

// A sentence said again word for word is one claim. So is the same figure of the same
// thing in one story, in near-copies, or said of the same subject within a month; two
// rounds of layoffs months apart are two, and so are people killed and people hurt, where
// the context tells. O(mentions), sorting aside.
std::vector<Claim> distinct_claims(std::vector<Mention> mentions, Stemmer& stem,
                                   const ClusterOf& cluster_of,
                                   const ContextOf& context_of = {});

// The end of a figure that it is sorted and counted by: the low one where it has two.
Amount named_value(const Figure& figure);

// Days between two mentions; nothing when one is undated.
std::optional<int> days_apart(const Mention& a, const Mention& b);

bool earlier(const Mention& a, const Mention& b);

// At least three digits that tell: 2,688 rather than 2,000.
bool is_specific(const Figure& figure);

}  // namespace broadsheet
