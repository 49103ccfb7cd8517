// What stands over a pasted story in so many words: "Title: ...", "Source: ...", and the
// address it was copied from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "article/article.h"
#include "article/page_line.h"

namespace broadsheet {

struct PastedHeader {
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<std::string> url;
  std::vector<std::string> authors;
  std::vector<DateHint> dates;
};

// Takes those lines out of `lines`.
PastedHeader take_header(std::vector<PageLine>& lines);

// The date in the path of an address, to the day or the month.
std::optional<Date> date_of_path(std::string_view url);

}  // namespace broadsheet
