// Which lines of a whole page, copied with all its menus, may hold the story.
#pragma once

#include <vector>

#include "article/page_line.h"

namespace broadsheet {

struct LineRange {
  std::size_t first = 0;
  std::size_t end = 0;
};

// All lines of a text that is not a whole page: one with few lines around its story.
LineRange core_of_page(const std::vector<PageLine>& lines);

}  // namespace broadsheet
