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

bool is_unseen(const HtmlTree& tree, NodeId id) {
  const GumboTag tag = tree[id].tag;
  return !tree[id].is_text &&
         (tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_NOSCRIPT || tag == GUMBO_TAG_TITLE ||
          tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEXTAREA);
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

void keep_what_is_around(const HtmlTree& tree, NodeId story,
                         std::vector<std::string>& dropped) {
  constexpr std::size_t longest = 600;
  std::vector<std::size_t> before(tree.size() + 1, 0);  // bytes of text
  for (NodeId id = 0; id < tree.size(); ++id)
    before[id + 1] = before[id] + (tree[id].is_text ? tree[id].text.size() : 0);
  for (NodeId id = 0; id < tree.size();) {
    const HtmlNode& node = tree[id];
    const std::size_t text = before[node.end] - before[id];
    if (id == story || text == 0 || is_unseen(tree, id)) {
      id = node.end;
    } else if (text > longest && !node.is_text) {
      ++id;
    } else if (story > id && story < node.end) {
      ++id;
    } else {
      add_dropped(dropped, readable_text(tree, id, longest));
      id = node.end;
    }
  }
}

}  // namespace broadsheet
