// The headings of a page that may be its headline.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

struct Heading {
  std::string text;
  std::string key;      // essence_of(text)
  int level = 0;        // 1 to 3; 0 for another element that is marked as headline
  bool marked = false;  // its names say that it is the headline
  bool banner = false;  // it leads home or is named as the site's own: the site's name
};

// In the order of the page, within bounds of count and size.
std::vector<Heading> headings_of(const HtmlTree& tree);

}  // namespace broadsheet
