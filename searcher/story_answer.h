// The answer of stories to one request on one snapshot: the match, its totals and facets,
// and the hits of the page, all within the time that the request gives.
#pragma once

#include <optional>

#include "searcher/columns.h"
#include "searcher/deadline.h"
#include "searcher/match_pass.h"
#include "searcher/query.h"
#include "searcher/results.h"
#include "searcher/selection.h"
#include "searcher/story_search.h"

namespace broadsheet {

class StoryAnswer {
 public:
  // All is kept by reference. The clock starts here.
  StoryAnswer(Snapshot& snapshot, const StoryColumns& columns,
              const SearchRequest& request, const Query& query);

  // Adds all but the cursor.
  void give(Results& results);

  // Whether there are hits behind the page that can be gone on to.
  bool more() const { return more_; }

 private:
  bool counts() const { return request_.facets || request_.snippets; }
  bool groups() const;
  void count(const MatchPass& pass, Results& results) const;
  void count_facets(const MatchPass& pass, Results& results) const;
  void make_hits(const std::vector<RankedStory>& stories, Results& results) const;

  Snapshot& snapshot_;
  const StoryColumns& columns_;
  const SearchRequest& request_;
  const Query& query_;
  Deadline matching_;
  Deadline whole_;
  bool more_ = false;
};

}  // namespace broadsheet
