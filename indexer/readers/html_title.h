// The headline of a page, chosen among what it says in several places.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_head.h"
#include "indexer/readers/html_json_ld.h"
#include "indexer/readers/html_tree.h"

namespace broadsheet {

struct ChosenTitle {
  std::string text;
  std::string source;  // "h1", "json-ld headline", "meta og:title", "<title>"
};

std::optional<ChosenTitle> choose_title(const HtmlTree& tree, const HtmlHead& head,
                                        const JsonLdArticle& json_ld,
                                        std::string_view url);

// Letters and digits only, lower case, so that quotes, dashes and spaces do not part two
// printings of one title.
std::string essence_of(std::string_view text);

}  // namespace broadsheet
