// Which elements of a page are not its story, by what they are and what they are called.
#pragma once

#include <vector>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

// For every node whether it and its subtree are left out: navigation, forms, share bars,
// comments, hidden parts ... An element that holds most of the page's paragraphs stays,
// whatever it is called. Without `trust_names` only tags and roles count.
std::vector<bool> mark_clutter(const HtmlTree& tree, bool trust_names);

// The same for a letter, which no script will show later: what its styles hide, and the
// letter that it answers.
std::vector<bool> mark_letter_clutter(const HtmlTree& tree);

}  // namespace broadsheet
