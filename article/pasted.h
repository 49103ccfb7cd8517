// Reads a page pasted as plain text: finds its title, byline and credit lines and keeps
// menus, promos, bios, share bars, related stories and legal lines apart from the story.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"

namespace broadsheet {

struct PastedPage {
  std::optional<std::string> title;
  std::string text;                   // the body, one line a paragraph
  std::vector<DateHint> dates;        // from byline or dateline
  std::optional<std::string> outlet;  // that a byline names: "CNBC | Sept 26, 2025"
  std::optional<std::string> url;     // that stands over the story
  std::vector<std::string> authors;
  std::vector<std::string> credited;  // "Source: NBC News" ==> "NBC News"
  std::vector<std::string> dropped;   // every other line, in order
};

// Every non-blank line of `text` ends in exactly one place. `title` is the title when the
// caller knows it already (then none is looked for; a repetition of it is dropped).
PastedPage read_pasted(std::string_view text, const std::optional<std::string>& title);

}  // namespace broadsheet
