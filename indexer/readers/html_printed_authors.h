// The authors that a page prints, as its readers see them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

struct FoundAuthors {
  std::vector<std::string> names;
  std::string source;  // "author element", "byline", "author label", "signature"
};

// None when nobody is named.
FoundAuthors printed_authors(const HtmlTree& tree, std::string_view title);

}  // namespace broadsheet
