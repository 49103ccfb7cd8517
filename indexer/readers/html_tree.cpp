// Takes gumbo's tree apart with a stack of its own. Comments are left out; text nodes
// keep their white space.
#include "indexer/readers/html_tree.h"

namespace broadsheet {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

const GumboVector* children_of(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE
             ? &node->v.element.children
             : nullptr;
}

}  // namespace

HtmlTree::HtmlTree(std::string html) : html_(std::move(html)), memory_(html_.size()) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = &memory_;
  options.allocator = [](void* memory, std::size_t size) {
    return static_cast<std::pmr::memory_resource*>(memory)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  flatten(gumbo_parse_with_options(&options, html_.data(), html_.size())->root);
}

void HtmlTree::flatten(const GumboNode* root) {
  struct Open {
    const GumboNode* node;
    NodeId id;
    unsigned next_child;
  };
  std::vector<Open> open;
  const auto enter = [&](const GumboNode* node) {
    HtmlNode flat;
    flat.parent = open.empty() ? 0 : open.back().id;
    const auto id = static_cast<NodeId>(nodes_.size());
    flat.end = id + 1;
    if (const GumboVector* children = children_of(node); children != nullptr) {
      flat.tag = node->v.element.tag;
      flat.attributes = &node->v.element.attributes;
      nodes_.push_back(flat);
      open.push_back({node, id, 0});
    } else if (node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_DOCUMENT) {
      flat.is_text = true;
      flat.text = node->v.text.text;
      nodes_.push_back(flat);
    }
  };
  enter(root);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector* children = children_of(top.node);
    if (top.next_child < children->length) {
      enter(static_cast<const GumboNode*>(children->data[top.next_child++]));
      continue;
    }
    nodes_[top.id].end = static_cast<NodeId>(nodes_.size());
    open.pop_back();
  }
}

std::string_view HtmlTree::attribute(NodeId id, const char* name) const {
  if (nodes_[id].attributes == nullptr) return {};
  const GumboAttribute* found = gumbo_get_attribute(nodes_[id].attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlTree::has_attribute(NodeId id, const char* name) const {
  return nodes_[id].attributes != nullptr &&
         gumbo_get_attribute(nodes_[id].attributes, name) != nullptr;
}

std::string HtmlTree::text_of(NodeId id, std::size_t limit) const {
  std::string text;
  for (NodeId i = id; i < nodes_[id].end && text.size() < limit; ++i) {
    if (nodes_[i].is_text) {
      append_folded(text, nodes_[i].text.substr(0, limit));
    } else if (nodes_[i].tag == GUMBO_TAG_BR) {
      append_folded(text, " ");
    }
  }
  text.resize(first_bytes(text, limit).size());
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

void append_folded(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (!is_blank(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out += ' ';
    }
  }
}

std::string_view first_bytes(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

}  // namespace broadsheet
