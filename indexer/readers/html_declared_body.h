// The text that a page declares of its article (articleBody), held against what was read
// of the page.
#pragma once

#include <string>

#include "article/article.h"

namespace broadsheet {

// Takes the declared text where the page shows little of it (it comes by script, or only
// to subscribers), and ends the story where the declared text ends. `body` may be empty,
// cut off, or HTML.
void heed_declared_body(const std::string& body, RawStory& story);

}  // namespace broadsheet
