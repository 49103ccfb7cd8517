// Elements whose names say that they hold the author.
#pragma once

#include "indexer/readers/html_tree.h"

namespace broadsheet {

// 0 when the element is not marked; more is surer.
int author_mark(const HtmlTree& tree, NodeId id);

}  // namespace broadsheet
