// Only strings and brackets are looked at: whether it is JSON is the parser's question.
#include "indexer/readers/json_values.h"

namespace broadsheet {

std::string_view first_value(std::string_view text) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth <= 1) return text.substr(0, i + 1);
      --depth;
    }
  }
  return text;
}

std::string_view without_joint(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n,;\x1E");
  return start == text.npos ? std::string_view() : text.substr(start);
}

}  // namespace broadsheet
