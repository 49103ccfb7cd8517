// What is said to who has asked, beside the answer: how a word may have been meant, and
// why nothing was found.
#pragma once

#include "searcher/columns.h"
#include "searcher/lexicons.h"
#include "searcher/query.h"
#include "searcher/results.h"
#include "searcher/snapshot.h"

namespace broadsheet {

// Adds remarks to an answer that is given already. The machine's own batches, which have
// neither snippets nor facets, get none.
void advise(Snapshot& snapshot, const StoryColumns& columns, Lexicons& lexicons,
            const SearchRequest& request, const Query& query, Results& results);

// Of these those about spelling.
void add_spelling(Snapshot& snapshot, Lexicons& lexicons, const SearchRequest& request,
                  const Query& query, std::vector<Remark>& remarks);

}  // namespace broadsheet
