// Lines behind which a page goes on with something else than its story.
#pragma once

#include <string_view>

namespace broadsheet {

// "Related articles", "Leave a reply", "Mehr zum Thema" ...
bool ends_story(std::string_view line);

// Whether a line stands over other stories: "More from the harbour".
bool announces_more(std::string_view line);

// Of such a line: whether nothing of the story can follow, as behind a box of links.
bool closes_page(std::string_view line);

}  // namespace broadsheet
