// The date that a page prints for its readers, near the headline or marked as its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/date.h"
#include "indexer/readers/html_tree.h"

namespace broadsheet {

struct PrintedDate {
  Date date;
  DateSource source = DateSource::byline;
  std::string_view how;  // "time element", "itemprop datePublished", "byline", ...
  std::string text;      // as printed
  bool sure = false;     // stands by the headline, or says that it is the publication
  bool updated = false;  // says when the story was changed
};

struct PrintedDates {
  std::optional<PrintedDate> published;  // the best
  std::optional<PrintedDate> updated;
  std::vector<Date> days;  // all that were seen, also those of other things
};

// `title` is the chosen headline; `language` a tag as declared ("en-US"), may be empty;
// `declared` the days that the page's data tells, which speak for lines that agree.
PrintedDates printed_dates(const HtmlTree& tree, std::string_view title,
                           std::string_view language, const std::vector<Date>& declared);

}  // namespace broadsheet
