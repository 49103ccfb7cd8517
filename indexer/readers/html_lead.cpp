// Between headline and story stand bylines, captions and menus too: only what is called a
// lead, or marked up as the description, and is as long as a sentence counts.
#include "indexer/readers/html_lead.h"

#include "article/ascii.h"
#include "indexer/readers/html_lines.h"
#include "indexer/readers/html_words.h"

namespace broadsheet {

namespace {

constexpr std::size_t shortest = 50;
constexpr std::size_t longest = 900;

// Nothing inside these is a lead, whatever it is called.
bool is_closed(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_A:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_NOSCRIPT:
      return true;
    default:
      return false;
  }
}

NodeId headline_before(const HtmlTree& tree, NodeId first) {
  NodeId headline = 0;
  for (NodeId id = 0; id < first; ++id) {
    if (tree.is(id, GUMBO_TAG_H1)) headline = id;
  }
  return headline;
}

// The least length of a lead of this name; none where it is no lead. A short subtitle is
// part of the headline.
std::size_t shortest_of(const HtmlTree& tree, NodeId id) {
  constexpr std::size_t shortest_subtitle = 150;
  const LeadNaming naming = lead_naming_of(tree.attribute(id, "class"));
  const bool described = tree.attribute(id, "itemprop") == "description";
  if (naming == LeadNaming::picture || (naming == LeadNaming::none && !described)) {
    return longest;
  }
  const bool subtitle = naming == LeadNaming::subtitle || is_heading_tag(tree[id].tag);
  return subtitle ? shortest_subtitle : shortest;
}

// A box of links or with a headline of its own announces something else.
bool holds_other(const HtmlTree& tree, NodeId id) {
  for (NodeId i = id + 1; i < tree[id].end; ++i) {
    const HtmlNode& node = tree[i];
    if (!node.is_text && (node.tag == GUMBO_TAG_A || is_heading_tag(node.tag) ||
                          node.tag == GUMBO_TAG_LI || is_closed(node.tag))) {
      return true;
    }
  }
  return false;
}

// A teaser made of the first words of the story itself.
bool is_cut(std::string_view text) {
  return text.ends_with("...") || text.ends_with("\u2026") || text.ends_with("]");
}

}  // namespace

std::string lead_before(const HtmlTree& tree, NodeId first) {
  const NodeId headline = headline_before(tree, first);
  if (headline == 0) return {};
  for (NodeId id = tree[headline].end; id < first; ++id) {
    const HtmlNode& node = tree[id];
    if (node.is_text) continue;
    if (is_closed(node.tag)) {
      id = node.end - 1;
      continue;
    }
    if (node.end > first) continue;
    const std::size_t least = shortest_of(tree, id);
    if (least == longest || holds_other(tree, id)) continue;
    std::string text = readable_text(tree, id, longest + 1);
    if (text.size() < least || text.size() > longest || is_cut(text)) continue;
    return text;
  }
  return {};
}

}  // namespace broadsheet
