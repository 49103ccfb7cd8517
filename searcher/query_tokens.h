// The pieces of a query text: words, quoted parts, brackets, operators.
#pragma once

#include <string_view>
#include <vector>

#include "article/span.h"
#include "searcher/results.h"

namespace broadsheet {

struct QueryToken {
  enum class Kind { word, quoted, open, close, all_of, any_of, none_of, near, same };
  Kind kind = Kind::word;
  bool minus = false;      // -rumour
  bool must = false;       // +rumour
  bool exact = false;      // =rumours
  std::string_view text;   // without quotes, signs and field
  std::string_view field;  // before the colon; of a bracket: for what is in it
  Span span;
  Span value;             // of `text` in the query
  unsigned distance = 0;  // NEAR/5
  bool ordered = false;   // ADJ/5
};

// In order; views into `text`. At most 512; what was odd goes to `remarks`. A field
// before a colon and the signs belong to the token behind them. Total, O(length).
std::vector<QueryToken> query_tokens(std::string_view text, std::vector<Remark>& remarks);

// AND, OR, NOT, NEAR/5, ADJ/5, SAME and their other spellings; else a word.
QueryToken operator_token(std::string_view text);

}  // namespace broadsheet
