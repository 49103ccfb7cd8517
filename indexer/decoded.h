// A file as text, before any reader looks at it.
#pragma once

#include <optional>
#include <string>

#include "article/text_repair.h"

namespace broadsheet {

// The whole file in UTF-8, gzip undone; a page or feed is believed about its charset.
// Nothing when it is larger than what is read whole. Throws Error (unreadable).
std::optional<Repaired> decoded_file(const std::string& path);

}  // namespace broadsheet
