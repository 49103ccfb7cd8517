// Putting a story right by hand: what a correction may name, whether its value can be
// read, and doing and undoing it. Where corrections are kept: schema/hand_work.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "schema/hand_work.h"

namespace broadsheet {

// The fields that can be corrected, for messages and help; figures beside them, as
// "figure:8,000 jobs".
std::vector<std::string_view> correctable_fields();

// The field's own name ("author" ==> "authors"). A figure named as it is printed is every
// figure of the story that is printed so; one that was named by its number in the list is
// that one alone ("figure:3" ==> "figure:8,000 jobs#2", the second printed so). Throws
// Error (usage) when there is no such field or figure, when the value cannot be read, or
// for a date later than `latest`.
std::string checked_field(const Article& article, std::string_view field,
                          std::string_view value,
                          const std::optional<Date>& latest = std::nullopt);

// Applies all of it and notes each change in article.corrections. Gives the fields that
// could not be applied (a figure that the story no longer has).
std::vector<std::string> apply_corrections(Article& article, const FieldValues& values);

// Takes back all that article.corrections notes, which is then empty.
void undo_corrections(Article& article);

}  // namespace broadsheet
