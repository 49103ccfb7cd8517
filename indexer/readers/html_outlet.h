// The outlet of a page: its masthead, not the company behind it.
#pragma once

#include "article/article.h"
#include "indexer/readers/html_head.h"
#include "indexer/readers/html_json_ld.h"

namespace broadsheet {

// Fills `story.outlet` with evidence. The address of the story must be known.
void read_page_outlet(const HtmlHead& head, const JsonLdArticle& json_ld,
                      RawStory& story);

}  // namespace broadsheet
