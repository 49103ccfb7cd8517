// What stands in a letter beside what it says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// The lines of a letter without the signature (behind a line "-- ") and without the lines
// of the letter that it answers ("> ..."), which go to `dropped`.
std::string without_mail_tail(std::string_view text, std::vector<std::string>& dropped);

}  // namespace broadsheet
