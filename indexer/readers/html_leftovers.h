// What the element of the story holds beside the story and only its place tells.
#pragma once

#include <vector>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

// Articles within another article of the site, as pages that scroll on have them.
void leave_out_other_posts(const HtmlTree& tree, NodeId root,
                           std::vector<bool>& left_out);

// Headings behind the last line: what they headed has been left out.
void leave_out_last_headings(const HtmlTree& tree, NodeId root,
                             std::vector<bool>& left_out);

// What stands on the page beside the story, menus and footers too: in the largest pieces
// that are short enough to be read.
void keep_what_is_around(const HtmlTree& tree, NodeId story,
                         std::vector<std::string>& dropped);

}  // namespace broadsheet
