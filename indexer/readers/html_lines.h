// Part of a page as lines of text: a paragraph, heading, list item or table row each.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

bool is_block_tag(GumboTag tag);
bool is_heading_tag(GumboTag tag);

// The lines of a subtree without the subtrees that `left_out` marks (by node; may be
// empty). `dropped` gets the text of those.
std::string lines_of(const HtmlTree& tree, NodeId root, const std::vector<bool>& left_out,
                     std::vector<std::string>* dropped);

// The text of a subtree for a reader's eye: blocks on lines of their own, links and
// buttons apart; at most about `limit` bytes.
std::string readable_text(const HtmlTree& tree, NodeId root, std::size_t limit);

// Adds what was left out, within bounds of count and size.
void add_dropped(std::vector<std::string>& dropped, std::string text);

}  // namespace broadsheet
