// What the names that page authors give to elements (class, id, role) say about them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/readers/html_tree.h"

namespace broadsheet {

enum class Naming {
  none,
  story,    // names the body of an article: "entry-content"
  clutter,  // names something beside it: "related-posts"
  slight    // names a small thing of the page, or anything of the site: "author", "meta"
};

// `names` is the text of a class or id attribute.
Naming naming_of(std::string_view names);

// What the class of something between headline and story calls it.
enum class LeadNaming {
  none,
  lead,      // the first sentences of the story: "article-lead", "standfirst"
  subtitle,  // a second headline: "subtitle", "dek"
  picture    // the text of an image: "img-description"
};

LeadNaming lead_naming_of(std::string_view names);

// The class of an element and behind it its id, lower case, cut to a sane length.
std::string names_of(const HtmlTree& tree, NodeId id);

// Whether one of a table's words stands anywhere in `names`.
template <std::size_t Size>
bool holds_one_of(std::string_view names, const std::string_view (&words)[Size]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return names.find(word) != std::string_view::npos;
  });
}

}  // namespace broadsheet
