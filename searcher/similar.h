// Stories like one story: by the words that tell it from others, its near-copies left
// out.
#pragma once

#include <string>
#include <string_view>

#include "searcher/columns.h"
#include "searcher/results.h"
#include "searcher/snapshot.h"

namespace broadsheet {

// The document of a story by its id, or by a beginning of it that no other story has; 0
// when there is none. Throws Error (usage) when several begin so.
Xapian::docid find_story(const Xapian::Database& articles, std::string_view id);

// Of the request limit, offset, group, snippets and the time count.
void find_similar(Snapshot& snapshot, const StoryColumns& columns, Xapian::docid story,
                  const SearchRequest& request, Results& results);

}  // namespace broadsheet
