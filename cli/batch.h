// The lines of a batch file: {"id","query","now"?,"recency"?}.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "article/date.h"

namespace broadsheet {

struct BatchQuery {
  std::string id;
  std::string query;
  std::optional<Date> now;
  std::optional<bool> recency;
};

// Throws Error (usage) that says what is wrong with the line.
BatchQuery read_batch_line(std::string_view line);

}  // namespace broadsheet
