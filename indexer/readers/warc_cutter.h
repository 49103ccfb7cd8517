// A WARC file cut into its records.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reader.h"

namespace broadsheet {

// The lines of a WARC or HTTP header: names as they stand, folded lines joined. Bounded.
class HeaderBlock {
 public:
  // Reads up to the blank line; what is behind it is left in `bytes`.
  static HeaderBlock take(std::string_view& bytes);

  std::string_view first_line() const { return first_line_; }
  // The value of the first header of that name, whatever its case; empty: none.
  std::string_view value(std::string_view name) const;

 private:
  std::string first_line_;
  std::vector<std::pair<std::string, std::string>> headers_;
};

// The records that can hold a story, each with its header; requests, metadata and notes
// about the crawl are counted and passed over.
std::unique_ptr<Cutter> cut_warc();

}  // namespace broadsheet
