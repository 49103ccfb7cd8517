// What a query that is being typed may go on with, as values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "article/span.h"

namespace broadsheet {

struct Completion {
  std::string kind;   // "word", "outlet", "author", "field", "date", "thing" ...
  std::string value;  // as it is shown
  std::string text;   // what to put in the place of `typed`, such as outlet:"BBC News"
  std::optional<std::size_t> count;  // stories; nothing for a field
  unsigned mistakes = 0;             // in what was typed, as far as it goes
  std::size_t rank = 0;              // the higher, the likelier it is meant
  Span typed;                        // in the query: what it completes
};

struct Completions {
  std::string query;
  std::size_t at = 0;            // bytes of the query before the cursor
  std::vector<Completion> list;  // the likeliest first
  double took_ms = 0;
};

inline constexpr std::size_t max_completions = 50;

}  // namespace broadsheet
