// Evidence as the story keeps it.
#pragma once

#include <string>
#include <string_view>

#include "article/article.h"

namespace broadsheet {

// At most 200 bytes, never inside a character.
std::string cut_evidence(std::string_view text);

void add_evidence(RawStory& story, std::string_view field, std::string_view source,
                  std::string_view text);

}  // namespace broadsheet
