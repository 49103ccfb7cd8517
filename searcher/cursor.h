// Where a page of an answer ends: the place, the revision of the index, the question and
// the day it was asked. With another revision or question the place means nothing, and
// going on from there would show hits twice or never.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/results.h"

namespace broadsheet {

struct Cursor {
  std::size_t offset = 0;
  std::uint64_t revision = 0;
  std::uint64_t question = 0;  // question_of the request
  int day = 0;                 // that "now" was, since 1970
};

std::string to_string(const Cursor& cursor);
std::optional<Cursor> read_cursor(std::string_view text);

// A hash of all that decides which hits there are and in which order, but for "now".
std::uint64_t question_of(const SearchRequest& request);

}  // namespace broadsheet
