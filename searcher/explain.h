// How a query was understood, for people.
#pragma once

#include "searcher/query.h"
#include "searcher/results.h"
#include "searcher/snapshot.h"

namespace broadsheet {

Explanation explain(const Query& query, Snapshot& snapshot);

}  // namespace broadsheet
