// What feeds in XML and in JSON share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "article/article.h"

namespace broadsheet {

// The outlet of a story in a feed: that of its address, of a credited source, of the
// feed's title or link when they are known; else the title, for a feed is published under
// its name.
std::optional<std::string> feed_outlet(std::string_view title, std::string_view link,
                                       const RawStory& story);

}  // namespace broadsheet
