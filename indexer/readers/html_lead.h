// The standfirst of a page: what the story says in a sentence or two between its headline
// and its first paragraph, often outside the element that holds the story.
#pragma once

#include <string>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

// Looked for in front of `first`, the first paragraph; empty when there is none.
std::string lead_before(const HtmlTree& tree, NodeId first);

}  // namespace broadsheet
