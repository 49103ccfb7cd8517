// Dates of publication that a page prints or carries in its address.
#pragma once

#include <string_view>
#include <vector>

#include "article/article.h"
#include "indexer/readers/html_tree.h"

namespace broadsheet {

// Adds the text when it reads as a date (whole, or one stands in it).
void add_date(std::vector<DateHint>& dates, std::string_view text, DateSource source);

// <time> and elements named after dates, outside lists of other stories.
void add_visible_dates(const HtmlTree& tree, std::vector<DateHint>& dates);

// ".../2026/04/24/..." and ".../2026-04-24-...".
void add_url_date(std::string_view url, std::vector<DateHint>& dates);

}  // namespace broadsheet
