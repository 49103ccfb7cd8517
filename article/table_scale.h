// What the head of a column says of the numbers below it: "Revenue ($ in millions)".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

struct TableScale {
  std::string_view name;  // the head without it: "Revenue"; may be empty
  std::string before;     // to be written before a number: "$"
  std::string after;      // and behind it: " million", "%"
};

// Read from the brackets at the end of a head, or from all of it ("in millions of
// dollars"). Nothing when a word there is no scale, currency or percentage.
std::optional<TableScale> table_scale(std::string_view head);

}  // namespace broadsheet
