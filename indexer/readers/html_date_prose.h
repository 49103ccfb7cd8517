// What the words around a day say: whether they are a dateline, an event's hours, a
// sentence about the story.
#pragma once

#include <string_view>

#include "article/span.h"

namespace broadsheet {

// Where "This entry was posted on ..." is about to name the day; npos: nowhere.
std::size_t end_of_publishing_phrase(std::string_view line);

// How much stands beside the day, between the dots or bars that part a story's line of
// facts: "Ann Lee | 24 April 2026 | 5 comments".
std::size_t bytes_beside(std::string_view line, Span day);

// "Springfield, 24 April 2026 - The river ...", "(24.04.2026). The river ...".
bool is_dateline(std::string_view line, Span day);

// "24 April 2026, 13:15 - 19:00": the hours of an event.
bool opens_hours(std::string_view text);

// "14. - 20. April 2026" is a stretch of days, of an event. `before` is what stands in
// front of the last of them.
bool ends_range(std::string_view before);

}  // namespace broadsheet
