// Pages around one story, and what is read from them.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/indexer/gather.h"

namespace broadsheet {

inline constexpr const char* prose =
    "<p>The river rose by two metres overnight, and the lower town was cut off until the "
    "morning, when boats reached the first houses and brought the people out.</p>"
    "<p>The council said that the dam had held, that nobody was missing, and that "
    "schools "
    "would stay closed until the end of the week at least.</p>";

inline RawStory read(const std::string& head, const std::string& body,
                     const std::string& tag = "<html lang=\"en-GB\">") {
  const std::string page = "<!DOCTYPE html>" + tag + "<head>" + head + "</head><body>" +
                           body + prose + "</body></html>";
  Gathered gathered = gather("page.html", page);
  return gathered.stories.empty() ? RawStory{} : gathered.stories[0];
}

inline std::string first_date(const RawStory& story) {
  return story.dates.empty() ? "" : story.dates[0].text;
}

struct PageRow {
  const char* head;
  const char* body;
  const char* expected;
};

inline void check_dates(const std::vector<PageRow>& rows) {
  for (const PageRow& row : rows) {
    EXPECT_EQ(first_date(read(row.head, row.body)), row.expected) << row.head << row.body;
  }
}

}  // namespace broadsheet
