// The words of bylines in many languages: who, when, and the roles of writers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// The rest behind a lower-case label and its colon or space; nothing when the line has no
// such head.
std::optional<std::string_view> behind_label(std::string_view line,
                                             std::string_view label, bool needs_colon);

// What stands behind "Von", "Par", "Por", "Автор:" and begins as a name does.
std::optional<std::string_view> behind_foreign_by(std::string_view text);

// What stands in front of a date and only announces it: "Publié le", "Stand".
enum class DateLabel { none, published, updated };
DateLabel date_label_of(std::string_view text);

// Every word is capitalised, as in names, places and rubrics.
bool is_capitalised(std::string_view text);

// One printed author without "By" and role: "By Ann Lee, Senior Reporter" ==> "Ann Lee",
// "BY THE ASSOCIATED PRESS" ==> "Associated Press".
std::string plain_author(std::string_view printed);

}  // namespace broadsheet
