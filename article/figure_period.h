// The period a figure is of: found in the words of its sentence, and put against the day
// of the story. "in the first quarter" ==> "2026-Q1", "last year" ==> "2025".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/date.h"
#include "article/figure_tokens.h"

namespace broadsheet {

// The phrase nearest to the figure at tokens [first, end), as printed.
std::optional<std::string> find_period(const std::vector<Token>& tokens,
                                       std::size_t first, std::size_t end,
                                       std::string_view text);

// Whether it is nothing but a period: "2025", "Q1 2026", "last year".
bool is_period(std::string_view words);

// "2026", "2026-Q1", "2026-H1" or "2026-04" where the printed phrase and the story's date
// tell it, else the phrase as it is.
std::string resolve_period(std::string_view printed,
                           const std::optional<Date>& published);

}  // namespace broadsheet
