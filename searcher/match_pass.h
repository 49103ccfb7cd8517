// One pass of Xapian's matcher over an index: watched by a clock, narrowed by the facet
// values that were chosen, and recorded so that everything told about all matches can be
// counted afterwards.
//
// Enquire::set_time_limit does not stop a match. What does is a posting source that joins
// the query as a filter and is at its end from the deadline on: the match then ends as if
// there were no more stories, and what it has found so far is the answer.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.h"
#include "searcher/selection.h"

namespace broadsheet {

// Stories of one segment that match the query, before any choice of facet values.
struct SegmentMatches {
  std::vector<Xapian::docid> stories;  // in order
  // For each the facets whose choice it fails, a bit each; empty when nothing is chosen.
  std::vector<std::uint16_t> failed;
};

class MatchPass : public Xapian::MatchDecider {
 public:
  // `selection` may be null. With `record` all matches are kept.
  MatchPass(std::size_t segments, Deadline deadline, const Selection* selection,
            bool record);
  ~MatchPass() override;

  // The query under the clock. For one match only: the pass follows it.
  Xapian::Query over(const Xapian::Query& query) const;

  // A part of a query under the clock: what looks at many stories within and gives few,
  // such as a phrase of common words.
  Xapian::Query watched(const Xapian::Query& part) const;

  // What the match is to be given as decider; null when there is nothing to decide.
  const Xapian::MatchDecider* decider() const;

  // Forgets what was found, for a match of the same query to another depth.
  void start_again();

  // Whether a story passes all choices.
  bool allows(Xapian::docid document) const;

  bool operator()(const Xapian::Document& document) const override;

  const std::vector<SegmentMatches>& matches() const { return matches_; }
  // Those that pass all choices.
  std::size_t accepted() const { return accepted_; }
  // Whether the clock stopped it, and the share of the index that it had come to by then.
  bool cut() const;
  double share() const;

 private:
  struct Progress;
  class Watch;

  std::shared_ptr<Progress> progress_;
  std::unique_ptr<Watch> follower_;
  std::unique_ptr<Watch> guard_;
  const Selection* selection_;
  bool record_;
  mutable std::vector<SegmentMatches> matches_;
  mutable std::size_t accepted_ = 0;
};

}  // namespace broadsheet
