// Articles are told by numbered names: "post-12" within "post-34" is another one, while a
// page may well build one story of several articles.
#include "indexer/readers/html_leftovers.h"

#include <string>
#include <string_view>

#include "article/ascii.h"
#include "indexer/readers/html_lines.h"

namespace broadsheet {

namespace {

std::string_view without_number(std::string_view name) {
  while (!name.empty() && is_digit(name.back())) name.remove_suffix(1);
  return name;
}

bool is_within_its_like(const HtmlTree& tree, NodeId id) {
  const std::string_view own = tree.attribute(id, "id");
  if (own.empty() || !is_digit(own.back())) return false;
  for (NodeId up = tree[id].parent; up != 0; up = tree[up].parent) {
    if (!tree.is(up, GUMBO_TAG_ARTICLE)) continue;
    const std::string_view outer = tree.attribute(up, "id");
    if (outer != own && without_number(outer) == without_number(own)) return true;
  }
  return false;
}

// Some sites set their paragraphs as headings.
bool is_paragraph(const HtmlTree& tree, NodeId id) {
  constexpr std::size_t longest = 120;
  const std::string text = tree.text_of(id, 2 * longest);
  return text.ends_with('.') || text.size() >= longest;
}

}  // namespace

void leave_out_other_posts(const HtmlTree& tree, NodeId root,
                           std::vector<bool>& left_out) {
  for (NodeId id = root + 1; id < tree[root].end; ++id) {
    if (left_out[id]) {
      id = tree[id].end - 1;
    } else if (tree.is(id, GUMBO_TAG_ARTICLE) && is_within_its_like(tree, id)) {
      left_out[id] = true;
      id = tree[id].end - 1;
    }
  }
}

void leave_out_last_headings(const HtmlTree& tree, NodeId root,
                             std::vector<bool>& left_out) {
  std::vector<NodeId> last;
  for (NodeId id = root + 1; id < tree[root].end; ++id) {
    const HtmlNode& node = tree[id];
    if (left_out[id]) {
      id = node.end - 1;
    } else if (node.is_text) {
      if (!trimmed(node.text).empty()) last.clear();
    } else if (is_heading_tag(node.tag)) {
      last.push_back(id);
      id = node.end - 1;
    }
  }
  for (const NodeId id : last) {
    if (!is_paragraph(tree, id)) left_out[id] = true;
  }
}

}  // namespace broadsheet
