// The story of a page, apart from everything around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

struct MainText {
  std::string text;                  // a line a paragraph
  std::vector<std::string> dropped;  // by block, bounded
};

// `title` is left out of the text where the page repeats it.
MainText main_text(const HtmlTree& tree, const std::optional<std::string>& title);

// The story that the scripts of a page (UTF-8) hold for drawing it; empty when there is
// none. Linear in the page.
std::string read_state_text(std::string_view html);

}  // namespace broadsheet
