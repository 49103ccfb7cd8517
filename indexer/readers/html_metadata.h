// What a page says about its story in its head, in microdata and around the headline.
#pragma once

#include <string_view>

#include "article/article.h"
#include "indexer/readers/html_json_ld.h"
#include "indexer/readers/html_tree.h"

namespace broadsheet {

// Fills title, dates, outlet, authors, language and url of `story`.
void read_metadata(const HtmlTree& tree, const JsonLdArticle& json_ld, RawStory& story);

}  // namespace broadsheet
