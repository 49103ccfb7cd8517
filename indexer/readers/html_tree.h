// A parsed page as a flat list of nodes in document order: the subtree of node n is
// [n, nodes[n].end), so that every walk is a loop and depth is nobody's trouble.
#pragma once

#include <cstdint>
#include <deque>
#include <gumbo.h>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html_slim.h"

namespace broadsheet {

using NodeId = std::uint32_t;

struct HtmlNode {
  GumboTag tag = GUMBO_TAG_UNKNOWN;  // meaningless for text
  bool is_text = false;
  NodeId parent = 0;                        // the root's is itself
  NodeId end = 0;                           // behind the last node of the subtree
  std::string_view text;                    // of a text node
  const GumboVector* attributes = nullptr;  // of an element, that the parser has read
  SlimTag tag_attributes{0, 0};             // those that it has not
};

class HtmlTree {
 public:
  // Views into the tree live as long as it and the text that `page` was made of.
  explicit HtmlTree(SlimPage page);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const HtmlNode& operator[](NodeId id) const { return nodes_[id]; }
  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }

  // Empty when it is not there.
  std::string_view attribute(NodeId id, std::string_view name) const;
  bool has_attribute(NodeId id, std::string_view name) const;
  // The text of a subtree, white space folded, at most `limit` bytes.
  std::string text_of(NodeId id, std::size_t limit) const;
  bool is(NodeId id, GumboTag tag) const {
    return !nodes_[id].is_text && nodes_[id].tag == tag;
  }

 private:
  void flatten(const GumboNode* root);
  SlimTag slim_tag(const GumboVector& attributes) const;
  std::optional<std::string_view> find_attribute(NodeId id, std::string_view name) const;

  std::string_view text_behind(std::string_view parsed);
  std::optional<std::string_view> take_text(std::string_view mark);

  SlimPage page_;
  std::vector<bool> taken_;         // of page_.texts
  std::deque<std::string> joined_;  // texts that the parser put together
  // All of gumbo's tree, let go in one go: it makes tens of thousands of small pieces of
  // a page, and its own way of freeing them is recursive.
  std::pmr::monotonic_buffer_resource memory_;
  std::vector<HtmlNode> nodes_;
};

// Appends `text` with each run of white space as one space, none at the start of `out`.
void append_folded(std::string& out, std::string_view text);

// At most `limit` bytes of UTF-8, cut between characters.
std::string_view first_bytes(std::string_view text, std::size_t limit);

}  // namespace broadsheet
