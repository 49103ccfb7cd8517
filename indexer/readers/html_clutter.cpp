// Tags and roles first, then names. Names lie: a wrapper may be called
// "has-sidebar-widget", so that what would take most of the text with it is kept.
#include "indexer/readers/html_clutter.h"

#include <algorithm>

#include "article/ascii.h"
#include "indexer/readers/html_lines.h"
#include "indexer/readers/html_words.h"

namespace broadsheet {

namespace {

bool is_clutter_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
      return true;
    default:
      return false;
  }
}

bool is_clutter_role(std::string_view role) {
  constexpr std::string_view roles[] = {
      "navigation", "banner", "contentinfo", "complementary", "search",  "dialog",
      "alert",      "menu",   "menubar",     "toolbar",       "tablist", "button"};
  for (const std::string_view name : roles) {
    if (role == name) return true;
  }
  return false;
}

bool is_hidden(const HtmlTree& tree, NodeId id) {
  if (tree.has_attribute(id, "hidden")) return true;
  if (tree.attribute(id, "aria-hidden") == "true") return true;
  const std::string_view style = tree.attribute(id, "style");
  return style.find("display:none") != style.npos ||
         style.find("display: none") != style.npos;
}

// Forms and page headers are clutter too, but some sites wrap the page in one.
bool is_wrapper_like(GumboTag tag) {
  return tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_HEADER;
}

// A window of its own over the page: what it holds is never the story, however long.
bool is_popup(const HtmlTree& tree, NodeId id) {
  return tree.attribute(id, "role") == "dialog" &&
         (is_hidden(tree, id) || tree.has_attribute(id, "aria-modal"));
}

// Who wrote the story or a comment on it, told at length.
bool is_about_others(const HtmlTree& tree, NodeId id) {
  const std::string_view property = tree.attribute(id, "itemprop");
  return property == "author" || property == "publisher" || property == "comment";
}

constexpr std::uint32_t slight_text = 150;

// The opening of a story may lie in a header of its own, with the paragraphs behind it.
bool is_wrapped_story(const HtmlTree& tree, NodeId id, std::uint32_t running) {
  constexpr std::uint32_t long_enough = 500;
  if (tree[id].tag != GUMBO_TAG_HEADER || running < long_enough) return false;
  return tree.is(tree[id].parent, GUMBO_TAG_ARTICLE);
}

bool is_named_clutter(const HtmlTree& tree, NodeId id, std::uint32_t text) {
  const Naming by_class = naming_of(tree.attribute(id, "class"));
  if (by_class == Naming::story) return false;
  const Naming by_id = naming_of(tree.attribute(id, "id"));
  if (by_id == Naming::story) return false;
  const bool slight = by_class == Naming::slight || by_id == Naming::slight;
  if (slight && text <= slight_text && !is_heading_tag(tree[id].tag)) return true;
  return by_class == Naming::clutter || by_id == Naming::clutter ||
         is_clutter_role(tree.attribute(id, "role"));
}

bool may_be_named(GumboTag tag) {
  return tag != GUMBO_TAG_HTML && tag != GUMBO_TAG_BODY && tag != GUMBO_TAG_ARTICLE &&
         tag != GUMBO_TAG_MAIN;
}

// Length of running text (long enough, outside links) below each node: what a wrong name
// must not take away.
struct TextLengths {
  std::vector<std::uint32_t> running;
  std::vector<std::uint32_t> all;
};

TextLengths text_lengths(const HtmlTree& tree) {
  constexpr std::size_t shortest = 40;
  TextLengths lengths{std::vector<std::uint32_t>(tree.size(), 0),
                      std::vector<std::uint32_t>(tree.size(), 0)};
  std::vector<bool> apart(tree.size(), false);  // in a link or in clutter
  for (NodeId id = 0; id < tree.size(); ++id) {
    const HtmlNode& node = tree[id];
    apart[id] = id > 0 && apart[node.parent];
    if (!node.is_text) {
      if (node.tag == GUMBO_TAG_A || is_clutter_tag(node.tag)) apart[id] = true;
      continue;
    }
    const auto length = static_cast<std::uint32_t>(trimmed(node.text).size());
    lengths.all[id] = length;
    if (!apart[id] && length >= shortest) lengths.running[id] = length;
  }
  for (NodeId id = tree.size(); id-- > 1;) {
    lengths.running[tree[id].parent] += lengths.running[id];
    lengths.all[tree[id].parent] += lengths.all[id];
  }
  return lengths;
}

// "0", "0px", "0.0em"; not "0.5em".
bool is_zero(std::string_view value) {
  const std::size_t end = value.find_first_not_of("0.");
  return !value.empty() && end != 0 &&
         (end == value.npos || (value[end] != '.' && !is_digit(value[end])));
}

bool is_hiding(std::string_view name, std::string_view value) {
  value = trimmed(value.substr(0, value.find('!')));
  if (name == "display") return value == "none";
  if (name == "visibility") return value == "hidden";
  return name == "max-height" && is_zero(value);
}

// Of a letter. A font of size 0 is no sign: it closes gaps between tables.
bool is_hidden_by_style(std::string_view attribute) {
  const std::string style = to_lower(attribute);
  std::string_view rest = style;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view rule = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t colon = rule.find(':');
    if (colon == rule.npos) continue;
    if (is_hiding(trimmed(rule.substr(0, colon)), trimmed(rule.substr(colon + 1))))
      return true;
  }
  return false;
}

bool is_answered_letter(const HtmlTree& tree, NodeId id) {
  if (tree[id].tag != GUMBO_TAG_BLOCKQUOTE) return false;
  return to_lower(tree.attribute(id, "type")) == "cite" ||
         tree.attribute(id, "class").find("gmail_quote") != std::string_view::npos;
}

}  // namespace

std::vector<bool> mark_letter_clutter(const HtmlTree& tree) {
  std::vector<bool> clutter(tree.size(), false);
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree[id].is_text) continue;
    if (!tree.has_attribute(id, "hidden") && !is_answered_letter(tree, id) &&
        !is_hidden_by_style(tree.attribute(id, "style"))) {
      continue;
    }
    clutter[id] = true;
    id = tree[id].end - 1;
  }
  return clutter;
}

std::vector<bool> mark_clutter(const HtmlTree& tree, bool trust_names) {
  const TextLengths lengths = text_lengths(tree);
  const std::uint32_t most = tree.size() == 0 ? 0 : lengths.running[0] / 2;
  std::vector<bool> clutter(tree.size(), false);
  for (NodeId id = 0; id < tree.size(); ++id) {
    const HtmlNode& node = tree[id];
    if (node.is_text) continue;
    bool out = is_clutter_tag(node.tag) || is_popup(tree, id) ||
               (node.tag == GUMBO_TAG_TIME && lengths.all[node.parent] <= slight_text &&
                !is_heading_tag(tree[node.parent].tag));
    if (!out && lengths.running[id] <= most) {
      out = (is_wrapper_like(node.tag) &&
             !is_wrapped_story(tree, id, lengths.running[id])) ||
            is_hidden(tree, id) || is_about_others(tree, id) ||
            (trust_names && may_be_named(node.tag) &&
             is_named_clutter(tree, id, lengths.all[id]));
    }
    if (!out) continue;
    clutter[id] = true;
    id = node.end - 1;
  }
  return clutter;
}

}  // namespace broadsheet
