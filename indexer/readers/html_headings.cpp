// Many sites print their own name as <h1> above every page. Such a banner links to the
// front page, or its class says that it is the logo; it is told apart here, because as a
// headline it would win and as the site's name it helps to cut the <title>.
#include "indexer/readers/html_headings.h"

#include <string_view>

#include "article/ascii.h"
#include "indexer/readers/html_title.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_heading = 500;
constexpr std::size_t longest_banner = 120;
constexpr std::size_t most_headings = 60;

bool holds_one_of(std::string_view names, std::initializer_list<std::string_view> words) {
  const std::string lower = to_lower(names.substr(0, 200));
  for (const std::string_view word : words) {
    if (lower.find(word) != lower.npos) return true;
  }
  return false;
}

// Addresses of <a> are only kept where they lead to a front page.
bool leads_home(const HtmlTree& tree, NodeId id) {
  return tree.is(id, GUMBO_TAG_A) &&
         (tree.has_attribute(id, "href") || tree.attribute(id, "rel") == "home");
}

bool is_banner(const HtmlTree& tree, NodeId id, std::string_view text) {
  if (text.size() > longest_banner) return false;
  for (const char* kind : {"class", "id"}) {
    if (holds_one_of(tree.attribute(id, kind), {"site-title", "site-name", "sitename",
                                                "site_title", "logo", "branding"})) {
      return true;
    }
  }
  for (NodeId inner = id + 1; inner < tree[id].end; ++inner) {
    if (leads_home(tree, inner)) return true;
  }
  const NodeId parent = tree[id].parent;
  return leads_home(tree, parent) || leads_home(tree, tree[parent].parent);
}

int level_of(const HtmlTree& tree, NodeId id) {
  if (tree.is(id, GUMBO_TAG_H1)) return 1;
  if (tree.is(id, GUMBO_TAG_H2)) return 2;
  return tree.is(id, GUMBO_TAG_H3) ? 3 : 0;
}

bool is_marked(const HtmlTree& tree, NodeId id, int level) {
  if (tree.attribute(id, "itemprop") == "headline") return true;
  return level > 1 && holds_one_of(tree.attribute(id, "class"),
                                   {"headline", "entry-title", "article-title",
                                    "post-title", "article__title", "articletitle"});
}

}  // namespace

std::vector<Heading> headings_of(const HtmlTree& tree) {
  std::vector<Heading> found;
  for (NodeId id = 0; id < tree.size() && found.size() < most_headings; ++id) {
    if (tree[id].is_text) continue;
    const int level = level_of(tree, id);
    const bool marked = is_marked(tree, id, level);
    if (level == 0 && !marked) continue;
    std::string text(trimmed(tree.text_of(id, longest_heading)));
    if (text.empty()) continue;
    std::string key = essence_of(text);
    const bool banner = level == 1 && is_banner(tree, id, text);
    found.push_back({std::move(text), std::move(key), level, marked, banner});
    id = tree[id].end - 1;
  }
  return found;
}

}  // namespace broadsheet
