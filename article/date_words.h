// The words of printed dates in the languages of the press: months, and what may stand
// around a date without being part of it (weekdays, zones, particles).
#pragma once

#include <optional>
#include <string_view>

namespace broadsheet {

// 1 to 12 for a month's name or abbreviation; case and accents do not matter.
std::optional<unsigned> month_of_word(std::string_view word);

// A weekday, a zone, "of", "de", "Uhr": dropped when a date is read.
bool is_date_filler(std::string_view word);

}  // namespace broadsheet
