// Makes a page safe and cheap to parse before the parser sees it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

struct SlimPage {
  std::string html;                  // the page without what we never read
  std::vector<std::string> json_ld;  // the scripts of type application/ld+json
  bool cut = false;                  // something was left out to bound the work
};

// `html` is UTF-8.
SlimPage slim_page(std::string_view html);

// The charset that a page declares within its first bytes; may be empty.
std::string declared_charset(std::string_view bytes);

}  // namespace broadsheet
