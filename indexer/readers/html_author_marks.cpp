// Class names are made of words in any order: "entry-meta__author-name". Pictures, dates
// and roles of an author bear his name in theirs too; boxes about him hold more than the
// name, unless the element says that it is just that.
#include "indexer/readers/html_author_marks.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "article/ascii.h"
#include "indexer/readers/html_words.h"

namespace broadsheet {

namespace {

constexpr std::string_view author_words[] = {"author", "byline", "autor",      "auteur",
                                             "autore", "writer", "contributor"};
constexpr std::string_view other_words[] = {
    "avatar",  "image",  "img",   "photo",     "social",    "date",     "time",
    "comment", "follow", "role",  "job",       "twitter",   "related",  "widget",
    "title",   "count",  "email", "meta-icon", "info-text", "link-more"};
constexpr std::string_view words_of_boxes[] = {"bio", "desc", "about", "box"};

// <div class="author-info"><b class="name">
bool is_name_in_author(const HtmlTree& tree, NodeId id, std::string_view names) {
  if (names != "name" && names != "fn") return false;
  const std::string outer = names_of(tree, tree[id].parent);
  return holds_one_of(outer, author_words) && !holds_one_of(outer, other_words);
}

}  // namespace

int author_mark(const HtmlTree& tree, NodeId id) {
  if (tree.is(id, GUMBO_TAG_META) || tree.is(id, GUMBO_TAG_LINK) ||
      tree.is(id, GUMBO_TAG_BODY) || tree.is(id, GUMBO_TAG_HTML)) {
    return 0;
  }
  if (tree.attribute(id, "rel") == "author") return 3;
  if (tree.attribute(id, "itemprop") == "author") return 3;
  const std::string names = names_of(tree, id);
  if (names.empty()) return 0;
  if (!holds_one_of(names, author_words))
    return is_name_in_author(tree, id, names) ? 3 : 0;
  if (holds_one_of(names, other_words)) return 0;
  const bool named = names.find("name") != names.npos;
  if (!named && holds_one_of(names, words_of_boxes)) return 0;
  return named ? 3 : 2;
}

}  // namespace broadsheet
