// Makes a page safe and cheap to parse before the parser sees it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct SlimAttribute {
  std::string_view name;  // one of those kept, lower case
  std::string_view value;
};

// Of one tag: `count` attributes from `first` on.
struct SlimTag {
  std::uint32_t first;
  std::uint32_t count;
};

// Attributes do not go through the parser: it takes a character at a time, and they are
// more than half of what is kept. A tag carries its number in `tags` instead, as an
// attribute of that name: <div 12>. Only values with a character reference are left where
// they stand, because the full table of these is the parser's.
struct SlimPage {
  std::string html;  // the page without what we never read
  std::vector<SlimTag> tags;
  std::vector<SlimAttribute> attributes;
  std::vector<std::string> json_ld;  // the scripts of type application/ld+json
  bool cut = false;                  // something was left out to bound the work
};

// `html` is UTF-8; it must outlive the page, whose attributes are views into it.
SlimPage slim_page(std::string_view html);

// The charset that a page declares within its first bytes; may be empty.
std::string declared_charset(std::string_view bytes);

}  // namespace broadsheet
