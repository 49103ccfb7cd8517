// What the sending machine of a feed puts below a text.
#pragma once

#include <string>
#include <vector>

namespace broadsheet {

// Takes "The post ... appeared first on ..." and "Continue reading" off the end of a
// text; they go to `dropped`.
void drop_feed_ending(std::string& text, std::vector<std::string>& dropped);

}  // namespace broadsheet
