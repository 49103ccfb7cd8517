// What the names that page authors give to elements (class, id, role) say about them.
#pragma once

#include <string_view>

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

}  // namespace broadsheet
