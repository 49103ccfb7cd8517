// The headline of a page, chosen among what it says in several places.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

// `meta`: og:title and its like, most trusted first.
std::optional<std::string> choose_title(const HtmlTree& tree,
                                        const std::optional<std::string>& json_ld,
                                        const std::vector<std::string>& meta);

}  // namespace broadsheet
