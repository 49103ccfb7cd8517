// The printed headline (<h1>) is the cleanest, but a page may have several, or use one
// for its masthead: it is taken when another place agrees with it. Titles of the head
// carry the site's name behind a bar or dash, which is cut.
#include "indexer/readers/html_title.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "article/ascii.h"

namespace broadsheet {

namespace {

constexpr std::size_t max_title = 500;
constexpr std::size_t max_headings = 20;
constexpr std::size_t long_heading = 24;  // longer than most mastheads

// Letters and digits only, so that quotes, dashes and spaces do not part two titles.
std::string essence(std::string_view text) {
  std::string key;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c)) key += to_lower(c);
    if (static_cast<unsigned char>(c) >= 0xC3) key += c;
  }
  return key;
}

// One holds the other, and is not just the site's name in it.
bool agree(const std::string& a, const std::string& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < 8 || shorter * 2 < std::max(a.size(), b.size()))
    return a == b && !a.empty();
  return a.find(b) != a.npos || b.find(a) != b.npos;
}

// "Headline | Site", "Headline - Site": the head when it is the longer part.
std::string without_site(std::string_view title) {
  constexpr std::array<std::string_view, 6> bars = {
      " | ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " \xC2\xBB ", " :: "};
  for (const std::string_view bar : bars) {
    const std::size_t at = title.rfind(bar);
    if (at == title.npos) continue;
    const std::string_view site = title.substr(at + bar.size());
    if (at > site.size() || at > 25) return std::string(trimmed(title.substr(0, at)));
  }
  return std::string(trimmed(title));
}

struct Headings {
  std::vector<std::string> h1;
  std::string head;  // <title>
};

Headings find_headings(const HtmlTree& tree) {
  Headings found;
  for (NodeId id = 0; id < tree.size() && found.h1.size() < max_headings; ++id) {
    if (tree.is(id, GUMBO_TAG_TITLE) && found.head.empty()) {
      found.head = tree.text_of(id, max_title);
    }
    if (!tree.is(id, GUMBO_TAG_H1) && tree.attribute(id, "itemprop") != "headline")
      continue;
    std::string text = tree.text_of(id, max_title);
    if (!text.empty()) found.h1.push_back(std::move(text));
  }
  return found;
}

}  // namespace

std::optional<std::string> choose_title(const HtmlTree& tree,
                                        const std::optional<std::string>& json_ld,
                                        const std::vector<std::string>& meta) {
  const Headings headings = find_headings(tree);
  std::vector<std::string> others = meta;
  if (json_ld) others.push_back(*json_ld);
  if (!headings.head.empty()) others.push_back(headings.head);
  for (const std::string& other : others) {
    const std::string key = essence(other);
    for (const std::string& h1 : headings.h1) {
      if (agree(essence(h1), key)) return h1;
    }
  }
  // Many sites write one headline for readers and another for search engines.
  if (headings.h1.size() == 1 && headings.h1[0].size() >= long_heading)
    return headings.h1[0];
  if (!meta.empty()) return without_site(meta.front());
  if (json_ld) return json_ld;
  if (headings.h1.size() == 1) return headings.h1.front();
  if (!headings.head.empty()) return without_site(headings.head);
  return headings.h1.empty() ? std::nullopt : std::optional(headings.h1.front());
}

}  // namespace broadsheet
