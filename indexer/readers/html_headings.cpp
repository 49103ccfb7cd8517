// Many sites print their own name as <h1> above every page. Such a banner links to the
// front page, or its class says that it is the logo; it is told apart here, because as a
// headline it would win and as the site's name it helps to cut the <title>.
#include "indexer/readers/html_headings.h"

#include <string_view>

#include "article/ascii.h"
#include "indexer/readers/html_title.h"
#include "indexer/readers/html_title_parts.h"

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

std::string text_between(const HtmlTree& tree, NodeId first, NodeId end) {
  std::string text;
  for (NodeId id = first; id < end && text.size() < longest_heading; ++id) {
    if (tree[id].is_text) append_folded(text, tree[id].text.substr(0, longest_heading));
  }
  return text;
}

// What stands behind a kicker: an element at the heading's start whose class says so.
// "Kicker: headline" is one sentence in many papers and stays whole.
std::string without_kicker(const HtmlTree& tree, NodeId id, std::string text) {
  constexpr std::size_t shortest = 12;
  for (NodeId inner = id + 1; inner < tree[id].end; ++inner) {
    if (tree[inner].is_text) {
      if (!trimmed(tree[inner].text).empty()) break;
      continue;
    }
    if (!holds_one_of(tree.attribute(inner, "class"),
                      {"kicker", "overline", "topline", "toptitle", "supertitle",
                       "dachzeile", "roofline", "spitzmarke", "eyebrow", "uptitle",
                       "antetitulo", "occhiello", "surtitre", "entry-section"})) {
      continue;
    }
    const std::string kicker = text_between(tree, inner, tree[inner].end);
    const std::string behind = text_between(tree, tree[inner].end, tree[id].end);
    if (trimmed(kicker).ends_with(':') || behind.starts_with(':')) break;
    const std::string_view rest = without_end_signs(trimmed(behind));
    return rest.size() >= shortest ? std::string(rest) : text;
  }
  return text;
}

}  // namespace

std::vector<Heading> headings_of(const HtmlTree& tree) {
  std::vector<Heading> found;
  for (NodeId id = 0; id < tree.size() && found.size() < most_headings; ++id) {
    if (tree[id].is_text) continue;
    // The headings of menus are not the story's.
    if (tree.is(id, GUMBO_TAG_NAV) || tree.attribute(id, "role") == "navigation") {
      id = tree[id].end - 1;
      continue;
    }
    const int level = level_of(tree, id);
    const bool marked = is_marked(tree, id, level);
    if (level == 0 && !marked) continue;
    std::string text(trimmed(tree.text_of(id, longest_heading)));
    if (text.empty()) continue;
    text = without_kicker(tree, id, std::move(text));
    std::string key = essence_of(text);
    const bool banner = level == 1 && is_banner(tree, id, text);
    found.push_back({std::move(text), std::move(key), level, marked, banner});
    id = tree[id].end - 1;
  }
  return found;
}

}  // namespace broadsheet
