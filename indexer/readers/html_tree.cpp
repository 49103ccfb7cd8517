// Takes gumbo's tree apart with a stack of its own. Comments are left out; text nodes
// keep their white space.
#include "indexer/readers/html_tree.h"

#include <charconv>
#include <system_error>

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

HtmlTree::HtmlTree(SlimPage page)
    : page_(std::move(page)), memory_(page_.html.size() + 1) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = &memory_;
  options.allocator = [](void* memory, std::size_t size) {
    return static_cast<std::pmr::memory_resource*>(memory)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  flatten(
      gumbo_parse_with_options(&options, page_.html.data(), page_.html.size())->root);
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
      flat.tag_attributes = slim_tag(*flat.attributes);
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

SlimTag HtmlTree::slim_tag(const GumboVector& attributes) const {
  for (unsigned i = 0; i < attributes.length; ++i) {
    const std::string_view name =
        static_cast<const GumboAttribute*>(attributes.data[i])->name;
    std::size_t number = 0;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), number);
    const bool whole = error == std::errc() && end == name.data() + name.size();
    if (whole && number < page_.tags.size()) return page_.tags[number];
  }
  return {0, 0};
}

std::optional<std::string_view> HtmlTree::find_attribute(NodeId id,
                                                         std::string_view name) const {
  const auto& [first, count] = nodes_[id].tag_attributes;
  for (std::uint32_t i = first; i < first + count; ++i) {
    if (page_.attributes[i].name == name) return page_.attributes[i].value;
  }
  const GumboVector* read = nodes_[id].attributes;
  for (unsigned i = 0; read != nullptr && i < read->length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(read->data[i]);
    if (attribute->name == name) return attribute->value;
  }
  return std::nullopt;
}

std::string_view HtmlTree::attribute(NodeId id, std::string_view name) const {
  return find_attribute(id, name).value_or(std::string_view());
}

bool HtmlTree::has_attribute(NodeId id, std::string_view name) const {
  return find_attribute(id, name).has_value();
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
