// Changes by hand to an index that is there: a story's fields put right, stories taken
// out. Both hold at once, without the original file, and stay over re-indexing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "article/date.h"
#include "schema/hand_work.h"

namespace broadsheet {

// What to put right in one story, which is named by an id (or an opening of it that no
// other has) or by where it stands.
struct CorrectionRequest {
  std::string id;
  std::string path;  // when there is no id
  std::optional<std::size_t> line;
  std::optional<std::string> member;
  FieldValues set;
  std::vector<std::string> undo;  // fields
  bool undo_all = false;
};

// A correction as it stands.
struct CorrectionState {
  std::string id;
  std::string title;  // as it was known last, when the story is not in the index
  std::string field;
  std::string from;  // as read; empty: unknown
  std::string to;    // empty: unknown, or a figure that is none
  bool applied = false;
  std::string why_not;
};

// Applies all or nothing and gives the corrections of the stories that were named; a copy
// stands for the story that it is a copy of. No story is of a date later than `latest`.
// Throws Error: usage (a field, value or id that cannot be), not_found, busy.
std::vector<CorrectionState> correct_stories(
    const std::string& directory, const std::vector<CorrectionRequest>& requests,
    const std::optional<Date>& latest = std::nullopt);

std::vector<CorrectionState> list_corrections(const std::string& directory);

// Requests from JSON lines: {"id" | "path" (+"line" | "member"), "set": {field: value}}.
// Throws Error (usage) naming the line.
std::vector<CorrectionRequest> read_correction_lines(const std::string& name,
                                                     const std::string& text);

// A rule as it is kept, and how many stories have gone by it or may come back.
struct Removed {
  Removal rule;
  std::size_t stories = 0;
};

// Takes out the stories of these rules (a story's value may be the opening of an id);
// with `undo` drops the rules, and the stories come back when their files are indexed
// next.
std::vector<Removed> remove_stories(const std::string& directory,
                                    std::vector<Removal> rules, bool undo);

std::vector<Removal> list_removals(const std::string& directory);

}  // namespace broadsheet
