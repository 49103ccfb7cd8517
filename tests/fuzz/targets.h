// What is fuzzed: whatever takes bytes that somebody else wrote.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct FuzzTarget {
  std::string name;  // "reader-html"
  void (*feed)(std::string_view bytes, const FuzzTarget& target);
  std::string seeds;  // "files", "texts" (strings of the tests) or "none"
};

// One for each row of readers(), so that a new format is fuzzed at once, and the rest.
const std::vector<FuzzTarget>& fuzz_targets();

}  // namespace broadsheet
