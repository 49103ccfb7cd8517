// The lines of a page as its readers see them, and which of them is the headline: dates
// are weighed by how far they stand from it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

struct DateLine {
  NodeId first = 0;  // its first text node
  NodeId end = 0;    // behind its last one
  std::string text;  // white space folded; of a long line only the beginning
};

std::vector<DateLine> date_lines(const HtmlTree& tree);

struct Headline {
  NodeId node = 0;
  int line = -1;  // -1: there is none
  int h1 = -1;    // the line of the only <h1>, which may say the title in other words
};

// The first heading that says the title; else a line that does; else the first <h1>.
Headline find_headline(const HtmlTree& tree, const std::vector<DateLine>& lines,
                       std::string_view title);

}  // namespace broadsheet
