// From a story as it stands in a file to an Article: repairs the text, finds title, date,
// outlet, credits and figures, and keeps apart what is not part of the story.
#pragma once

#include "article/article.h"

namespace broadsheet {

// Total: odd input gives an Article with less in it. An empty `text` and no title means
// that there was no story (the caller skips it). Never consults the clock: dates later
// than `latest` (when given) are refused.
Article analyse(RawStory raw, std::optional<Date> latest = std::nullopt);

// The figures of title and text anew, their periods put against the story's date.
void read_all_figures(Article& article);

}  // namespace broadsheet
