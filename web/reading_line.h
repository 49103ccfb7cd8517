// The line under the box: how the query was read, as parts that can be taken away, and
// what was odd about it.
#pragma once

#include "searcher/results.h"
#include "web/html.h"
#include "web/view.h"

namespace broadsheet {

void add_reading_line(Html& html, const View& view, const Results& results);
void add_remarks(Html& html, const View& view, const std::vector<Remark>& remarks);

// "about 1,200 stories (1,100 without near-copies)"
std::string stories_found(const Results& results);

}  // namespace broadsheet
