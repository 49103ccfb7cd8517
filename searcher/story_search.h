// Ranked search over stories, on one snapshot.
#pragma once

#include <functional>

#include "searcher/columns.h"
#include "searcher/match_pass.h"
#include "searcher/planner.h"
#include "searcher/query.h"
#include "searcher/results.h"
#include "searcher/snapshot.h"

namespace broadsheet {

struct RankedStory {
  Xapian::docid document = 0;
  double score = 0;
};

struct StoryMatches {
  std::vector<RankedStory> stories;  // the page that was asked for
  bool more = false;                 // whether there are hits behind it
  std::size_t total = 0;             // how many match; about, where that is not counted
};

// What to fetch: places offset..offset+limit of the order.
struct StoryPage {
  std::size_t offset = 0;
  std::size_t limit = 10;
  Sort sort = Sort::relevance;
  bool count = true;                   // look at every match; else only at the best
  std::optional<Date> now;             // newer stories first rank higher
  const CopyGroups* groups = nullptr;  // of near-copies only the best is given
};

// The order is the same for all pages, so that they part it without gap or overlap.
StoryMatches find_stories(Snapshot& snapshot, const Query& query, const StoryPage& page,
                          MatchPass& pass);

// Without clock, choices and record.
StoryMatches find_stories(Snapshot& snapshot, const Query& query, const StoryPage& page);

// Throws Xapian::DatabaseCorruptError when what is stored cannot be read.
Article load_article(const Xapian::Database& articles, Xapian::docid document);

// With the constants of searcher/ranking.h, for records of about that many words.
Xapian::IneB2Weight story_weight(double average_length);

}  // namespace broadsheet
