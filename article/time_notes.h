// The times of day and the notes of age ("3 hours ago", "5 min read") in a line that says
// when a story was printed.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// The line with a bar in the place of each, so that it falls apart there: "2 May 2026
// 11:42 AM GMT+1 Reuters" ==> "2 May 2026 | Reuters". For short lines.
std::string without_times(std::string_view line);

// Nothing but such notes: "Updated 3 hours ago".
bool is_time_note(std::string_view line);

}  // namespace broadsheet
