// The pieces of a query text: words, quoted parts, brackets, operators.
#pragma once

#include <string_view>
#include <vector>

#include "article/span.h"
#include "searcher/results.h"

namespace broadsheet {

struct QueryToken {
  enum class Kind { word, quoted, open, close, all_of, any_of, none_of };
  Kind kind = Kind::word;
  bool minus = false;
  std::string_view text;   // without quotes, minus and field
  std::string_view field;  // before the colon
  Span span;
};

// In order; views into `text`. At most 512; what was odd goes to `remarks`. A field
// before a colon and a minus belong to the token behind them. Total, O(length).
std::vector<QueryToken> query_tokens(std::string_view text, std::vector<Remark>& remarks);

}  // namespace broadsheet
