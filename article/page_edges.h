// What is left of a web page around its main text once the markup is gone: date and
// byline before it, controls and promos behind it, short ones of these within it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace broadsheet {

struct PageEdges {
  std::string text;                  // without them
  std::vector<DateHint> dates;       // of the lines before the text
  std::vector<std::string> authors;  // likewise
  std::vector<std::string> dropped;  // the lines taken away, in order
};

// A page that has no other lines keeps them.
PageEdges trim_page_edges(std::string_view text);

}  // namespace broadsheet
