// Takes gumbo's tree apart with a stack of its own. Comments are left out; text nodes
// keep their white space.
#include "indexer/readers/html_tree.h"

#include <array>
#include <charconv>
#include <system_error>

#include "article/utf8.h"

namespace broadsheet {

namespace {

constexpr auto blanks = [] {
  std::array<bool, 256> blank{};
  for (const char c : std::string_view(" \t\n\r\f"))
    blank[static_cast<unsigned char>(c)] = true;
  return blank;
}();

bool is_blank(char c) {
  return blanks[static_cast<unsigned char>(c)];
}

// A text mark in UTF-8.
constexpr char mark_byte = '\xF3';
constexpr std::size_t mark_size = 4;

const GumboVector* children_of(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE
             ? &node->v.element.children
             : nullptr;
}

}  // namespace

HtmlTree::HtmlTree(SlimPage page)
    : page_(std::move(page)), taken_(page_.texts.size()), memory_(page_.html.size() + 1) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = &memory_;
  options.allocator = [](void* memory, std::size_t size) {
    return static_cast<std::pmr::memory_resource*>(memory)->allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  flatten(gumbo_parse_with_options(&options, page_.html.data(), page_.html.size())->root);
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
      flat.text = text_behind(node->v.text.text);
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

// The text that a mark stands for. Each is given once: a page may write such a character
// of its own, and must not multiply its text by that.
std::optional<std::string_view> HtmlTree::take_text(std::string_view mark) {
  const std::size_t number = code_point_at(mark, 0).value - first_text;
  if (number >= page_.texts.size() || taken_[number]) return std::nullopt;
  taken_[number] = true;
  const SlimText& text = page_.texts[number];
  return std::string_view(page_.text).substr(text.start, text.size);
}

std::string_view HtmlTree::text_behind(std::string_view parsed) {
  const auto next_mark = [&](std::size_t from) { return parsed.find(mark_byte, from); };
  std::size_t mark = next_mark(0);
  if (mark == parsed.npos) return parsed;
  if (parsed.size() == mark_size) return take_text(parsed).value_or(parsed);
  std::string& out = joined_.emplace_back();
  std::size_t done = 0;
  for (; mark != parsed.npos; mark = next_mark(mark + 1)) {
    const auto text = take_text(parsed.substr(mark));
    if (!text) continue;
    out.append(parsed.substr(done, mark - done)).append(*text);
    done = mark + mark_size;
  }
  return out.append(parsed.substr(done));
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
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end])) ++end;
    out.append(text.substr(at, end - at));
    if (end == text.size()) return;
    if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
    at = end + 1;
  }
}

std::string_view first_bytes(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return text.substr(0, limit);
}

}  // namespace broadsheet
