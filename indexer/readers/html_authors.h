// Who wrote the story of a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "indexer/readers/html_head.h"
#include "indexer/readers/html_json_ld.h"
#include "indexer/readers/html_tree.h"

namespace broadsheet {

// Fills `story.authors` with evidence. Title and outlet of the story must be known.
void read_page_authors(const HtmlTree& tree, const HtmlHead& head,
                       const JsonLdArticle& json_ld, RawStory& story);

// "By Ann Lee, Senior Reporter, and Bo Chan (@bo)" ==> Ann Lee, Bo Chan.
std::vector<std::string> author_names(std::string_view text);

// A desk instead of a person: "Community editor", "Gazette staff".
bool is_desk(std::string_view text);

// "Lee, Ann" ==> "Ann Lee"; any other text unchanged.
std::string surname_last(std::string_view text);

// What follows "By", "Von", "Posted by" and their like; the text itself without one.
std::string_view without_author_label(std::string_view text);

// Adds the name unless it is there; the list stays short.
void add_author(std::vector<std::string>& list, std::string name);

}  // namespace broadsheet
