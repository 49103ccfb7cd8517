// Tables of words are written as one string; this takes them apart.
#pragma once

#include <algorithm>
#include <string_view>

namespace broadsheet {

// Calls `use` with each part of the list that is not empty.
template <typename Use>
void each_part(std::string_view list, char separator, Use use) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    if (end > 0) use(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

}  // namespace broadsheet
