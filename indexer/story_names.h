// How people name a story of an index: by its id or the opening of it, or by its place.
#pragma once

#include <string>

#include "indexer/amend.h"
#include "indexer/revision.h"
#include "schema/ledger.h"

namespace broadsheet {

[[noreturn]] void no_such_story(const std::string& name);

template <typename Each>
void each_story(const Ledger& ledger, const Each& each) {
  for (const auto& [path, file] : ledger.files) {
    for (const LedgerStory& story : file.stories) each(path, story);
  }
}

// The story of which `opening` is the id or the opening of it; of a copy the story that
// it is a copy of. What is known from hand work alone has an id too. Throws Error:
// not_found, or usage where several begin so.
std::string whole_id(const IndexState& state, const std::string& opening);

// Of the path, and where it holds several of the line or the member. Throws as whole_id.
std::string id_at_place(const Ledger& ledger, const CorrectionRequest& request);

// The places of the copies of each story, as the searcher is told of them.
Copies copies_of(const Ledger& ledger);

}  // namespace broadsheet
