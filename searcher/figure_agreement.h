// Claims of several sources about one thing held against each other: they agree, differ,
// or the figure was revised. Says nothing rather than something doubtful.
#pragma once

#include <optional>
#include <vector>

#include "searcher/claim_context.h"
#include "searcher/figure_claims.h"
#include "searcher/results.h"

namespace broadsheet {

struct Comparison {
  struct Voice {
    std::size_t claim = 0;
    std::size_t mention = 0;  // of the claim
  };
  Agreement::State state = Agreement::State::agree;
  std::vector<Voice> voices;  // by date, the undated last
};

// For each claim how it stands to others, nothing where there is nothing to compare.
//
// Claims agree when their values do within their bounds and rounding ("about 600" and
// "600", "$14.3 billion" and "$14 billion"), they count the same (jobs and employees are)
// and are about one subject within a month of each other. They differ only when they
// tell the same deed or count the same, name the same subject and otherwise the same
// names, two sources give them within three days, neither gives the other's value too,
// and no rounding brings them together; where all sources changed over from one value to
// the other, one day or more apart, the figure was revised.
// O(n log n), each claim being held against a bounded number of others.
std::vector<std::optional<Comparison>> compare_claims(const std::vector<Claim>& claims,
                                                      const ClusterOf& cluster_of,
                                                      const ContextOf& context_of,
                                                      Stemmer& stem);

// Whether two figures of one unit and thing are the same within bound and rounding, may
// not be, or are not.
enum class Closeness { same, unclear, apart };
Closeness closeness(const Figure& a, const Figure& b);

}  // namespace broadsheet
