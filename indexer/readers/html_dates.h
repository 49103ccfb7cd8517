// The date of publication of a page, from all that it says about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "article/article.h"
#include "indexer/readers/html_head.h"
#include "indexer/readers/html_json_ld.h"
#include "indexer/readers/html_tree.h"

namespace broadsheet {

// Adds to `story.dates`, best first, and to its evidence. The title, language and address
// of the story must be known.
void read_page_dates(const HtmlTree& tree, const HtmlHead& head,
                     const JsonLdArticle& json_ld, RawStory& story);

// ".../2026/04/24/...", ".../2026-04-24-...", ".../24-04-2026", ".../20260424/...":
// to the day; ".../2026/04/..." to the month. Days of the path alone, behind the host.
std::optional<Date> date_of_url(std::string_view url);

// The one day that the data in the scripts of a page calls that of publication; for a
// page that says nothing else. `html` is the page as it was sent.
void read_state_date(std::string_view html, RawStory& story);

}  // namespace broadsheet
