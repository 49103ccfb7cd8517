// Every block of text on the page is either prose (long enough, few links) or noise. The
// story is the element with the most prose less its noise, the innermost one of equals;
// what authors call it (articleBody, <article>, "entry-content") tips the scales. What is
// left in it of link lists and stray blocks is then left out.
#include "indexer/readers/html_main_text.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/page_line.h"
#include "indexer/readers/html_clutter.h"
#include "indexer/readers/html_ending.h"
#include "indexer/readers/html_lead.h"
#include "indexer/readers/html_leftovers.h"
#include "indexer/readers/html_lines.h"
#include "indexer/readers/html_words.h"

namespace broadsheet {

namespace {

struct Lengths {
  std::uint32_t text = 0;
  std::uint32_t links = 0;
};

class Page {
 public:
  Page(const HtmlTree& tree, bool trust_names, std::uint32_t shortest_prose = 60)
      : tree_(tree),
        left_out_(mark_clutter(tree, trust_names)),
        own_(tree.size()),
        all_(tree.size()),
        is_prose_(tree.size()),
        linked_headings_(tree.size()),
        prose_(tree.size()),
        noise_(tree.size()) {
    measure();
    judge_blocks(shortest_prose);
  }

  std::uint32_t prose() const { return prose_.empty() ? 0 : prose_[0]; }

  MainText read(const std::optional<std::string>& title) {
    MainText main;
    const NodeId wide = first_article(best_node());
    leave_out_other_posts(tree_, wide, left_out_);
    const NodeId best = narrowed(wide, 0.97);
    const NodeId tail = narrowed(best, 0.75);
    for (NodeId id = tree_[tail].end; id < tree_[best].end; id = tree_[id].end)
      left_out_[id] = true;
    clean(best, title);
    leave_out_last_headings(tree_, best, left_out_);
    keep_what_is_around(tree_, best, main.dropped);
    main.text = lines_of(tree_, best, left_out_, &main.dropped);
    add_lead(best, main.text);
    return main;
  }

 private:
  void add_lead(NodeId best, std::string& text) const {
    NodeId first = best;
    while (first < tree_[best].end && (!is_prose_[first] || left_out_[first])) ++first;
    const std::string lead = lead_before(tree_, first);
    if (lead.empty()) return;
    const std::string_view start = std::string_view(lead).substr(0, 40);
    if (text.find(start) == text.npos) text.insert(0, lead + "\n");
  }

  // Own text is that of a block without the blocks inside it.
  void measure() {
    std::vector<NodeId> block(tree_.size(), 0);
    std::vector<bool> link(tree_.size(), false);
    for (NodeId id = 0; id < tree_.size(); ++id) {
      const HtmlNode& node = tree_[id];
      if (left_out_[id]) {
        id = node.end - 1;
        continue;
      }
      block[id] = block[node.parent];
      link[id] = link[node.parent];
      if (!node.is_text) {
        if (is_block_tag(node.tag)) block[id] = id;
        if (node.tag == GUMBO_TAG_A) link[id] = true;
        continue;
      }
      std::string folded;
      append_folded(folded, node.text);
      const auto length = static_cast<std::uint32_t>(folded.size());
      own_[block[id]].text += length;
      all_[id].text = length;
      if (!link[id]) continue;
      own_[block[id]].links += length;
      all_[id].links = length;
    }
    for (NodeId id = tree_.size(); id-- > 1;) {
      all_[tree_[id].parent].text += all_[id].text;
      all_[tree_[id].parent].links += all_[id].links;
    }
  }

  void judge_blocks(std::uint32_t shortest_prose) {
    NodeId prose_parent = 0;  // of the block before, where that was prose
    for (NodeId id = 0; id < tree_.size(); ++id) {
      const Lengths& own = own_[id];
      if (own.text == 0) continue;
      const bool heading = is_heading_tag(tree_[id].tag);
      const bool prose = own.text >= shortest_prose && own.links * 2 < own.text &&
                         !heading && !(is_teaser(id) && tree_[id].parent != prose_parent);
      prose_parent = prose ? tree_[id].parent : 0;
      if (prose) {
        prose_[id] = own.text - own.links;
        is_prose_[id] = true;
      } else {
        const bool cell = tree_[id].tag == GUMBO_TAG_TD || tree_[id].tag == GUMBO_TAG_TH;
        linked_headings_[id] = heading && own.links * 5 > own.text * 4 ? 1 : 0;
        const bool harmless = heading || is_sentence(id);
        noise_[id] = harmless ? 0 : own.links + (cell ? 0 : (own.text - own.links) / 4);
      }
    }
    for (NodeId id = tree_.size(); id-- > 1;) {
      prose_[tree_[id].parent] += prose_[id];
      noise_[tree_[id].parent] += noise_[id];
      linked_headings_[tree_[id].parent] += linked_headings_[id];
    }
  }

  // A short paragraph: little to go by, but no sign of anything beside the story either.
  bool is_sentence(NodeId id) const {
    constexpr std::uint32_t shortest = 20;
    const std::uint32_t length = own_[id].text;
    if (!tree_.is(id, GUMBO_TAG_P) || length < shortest || own_[id].links > 0)
      return false;
    const std::string text = tree_.text_of(id, 200);
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') ||
           text.ends_with('"') || text.ends_with("\u201D");
  }

  // The first words of another story: short, broken off, and not the next paragraph of
  // this one.
  bool is_teaser(NodeId id) const {
    constexpr std::uint32_t longest = 300;
    const std::uint32_t length = own_[id].text;
    if (length > longest || length != all_[id].text) return false;
    const std::string text = tree_.text_of(id, 2 * longest);
    return text.ends_with("...") || text.ends_with("\u2026") ||
           text.ends_with("[\u2026]") || text.ends_with("[...]");
  }

  double weight(NodeId id) const {
    const GumboTag tag = tree_[id].tag;
    if (tree_.attribute(id, "itemprop").find("articleBody") != std::string_view::npos)
      return 1.5;
    if (naming_of(tree_.attribute(id, "class")) == Naming::story ||
        naming_of(tree_.attribute(id, "id")) == Naming::story) {
      return 1.3;
    }
    if (tag == GUMBO_TAG_ARTICLE) return 1.2;
    if (tag == GUMBO_TAG_MAIN || tree_.attribute(id, "role") == "main") return 1.1;
    return 1.0;
  }

  NodeId best_node() const {
    NodeId best = 0;
    double best_value = 0;
    for (NodeId id = 0; id < tree_.size(); ++id) {
      if (left_out_[id]) {
        id = tree_[id].end - 1;
        continue;
      }
      if (tree_[id].is_text || prose_[id] == 0) continue;
      const double value = weight(id) * (prose_[id] - 1.0 * noise_[id]);
      if (value < best_value) continue;
      best = id;
      best_value = value;
    }
    return among_sentences(best) ? tree_[best].parent : best;
  }

  // One long paragraph, the others short.
  bool among_sentences(NodeId best) const {
    if (!tree_.is(best, GUMBO_TAG_P)) return false;
    const NodeId parent = tree_[best].parent;
    for (NodeId id = parent + 1; id < tree_[parent].end; id = tree_[id].end) {
      if (id != best && !left_out_[id] && is_sentence(id)) return true;
    }
    return false;
  }

  // Down to the element that holds nearly all of it.
  NodeId narrowed(NodeId best, double share) const {
    for (NodeId id = best + 1; id < tree_[best].end;) {
      if (left_out_[id] || tree_[id].is_text || prose_[id] < share * prose_[best] ||
          is_prose_[id]) {
        id = tree_[id].end;
        continue;
      }
      best = id++;
    }
    return best;
  }

  // A page that scrolls on into other articles holds them all in one element.
  NodeId first_article(NodeId best) const {
    NodeId first = best;
    std::size_t articles = 0;
    for (NodeId id = best + 1; id < tree_[best].end; ++id) {
      if (left_out_[id]) {
        id = tree_[id].end - 1;
      } else if (tree_.is(id, GUMBO_TAG_ARTICLE)) {
        const bool long_enough = prose_[id] >= 300 && prose_[id] * 3 > prose_[best];
        if (long_enough && ++articles == 1) first = id;
        id = tree_[id].end - 1;
      }
    }
    return articles > 1 ? first : best;
  }

  // Within the story: lists and boxes of links, its repeated title, and what stands
  // behind a line that ends it.
  void clean(NodeId root, const std::optional<std::string>& title) {
    std::uint32_t seen = 0;
    NodeId before = root;      // the last block with text of its own
    NodeId paragraphs = root;  // what the last of the prose stands in
    for (NodeId id = root + 1; id < tree_[root].end; ++id) {
      if (left_out_[id]) {
        id = tree_[id].end - 1;
        continue;
      }
      const HtmlNode& node = tree_[id];
      if (node.is_text || !is_block_tag(node.tag)) continue;
      if (is_ending(id, seen, prose_[root])) {
        const NodeId next = resumption(id, root, paragraphs);
        leave_out(id, next);
        if (next == tree_[root].end) return;
        id = next - 1;
        continue;
      }
      if (is_link_box(id) || is_captioned(id) || repeats(id, title, seen) ||
          (is_row_of_cards(id) && is_beside(id, root, seen, before))) {
        left_out_[id] = true;
        id = node.end - 1;
        continue;
      }
      if (is_prose_[id]) {
        seen += own_[id].text - own_[id].links;
        paragraphs = node.parent;
      }
      if (own_[id].text > 0) before = id;
    }
  }

  // Promos of the same words stand inside stories too: enough of it must have been seen.
  bool is_ending(NodeId id, std::uint32_t seen, std::uint32_t all) const {
    if (own_[id].text == 0 || own_[id].text > 80 || all_[id].text > 80) return false;
    const bool enough = seen * 10 >= all * 7;
    const bool some = seen >= 500 && seen * 4 >= all;
    if (!enough && !some) return false;
    const std::string text = tree_.text_of(id, 100);
    if (text.empty()) return false;
    // So does the count of the readers' comments, with all of them behind it.
    const bool heading = is_heading_tag(tree_[id].tag) || is_digit(text.front());
    return (enough || (some && heading)) && ends_story(text);
  }

  // Where the story goes on behind a box that calls itself "Related stories": at the next
  // paragraph beside the last one. The end of `root` where it does not.
  NodeId resumption(NodeId ending, NodeId root, NodeId paragraphs) const {
    const NodeId end = tree_[root].end;
    if (closes_page(tree_.text_of(ending, 100))) return end;
    for (NodeId id = tree_[ending].end; id < end; ++id) {
      const bool here = tree_[id].parent == paragraphs && is_prose_[id] && !left_out_[id];
      if (here && tree_.is(id, GUMBO_TAG_P) && own_[id].links == 0) return id;
    }
    return end;
  }

  // No node behind `from` in document order is one of its ancestors.
  void leave_out(NodeId from, NodeId end) {
    for (NodeId id = from; id < end; id = tree_[id].end) left_out_[id] = true;
  }

  bool is_link_box(NodeId id) const {
    const Lengths& all = all_[id];
    return all.text > 0 && prose_[id] == 0 && all.links * 3 > all.text * 2 &&
           tree_[id].tag != GUMBO_TAG_TD && !heads_prose(id);
  }

  // Each a headline that leads away, with the first words of what is there.
  bool is_row_of_cards(NodeId id) const {
    constexpr std::uint32_t longest = 700;
    constexpr std::uint32_t fewest = 3;
    if (linked_headings_[id] < fewest) return false;
    std::uint32_t cards = 0;
    for (NodeId i = id + 1; i < tree_[id].end; i = tree_[i].end) {
      if (left_out_[i] || all_[i].text == 0) continue;
      if (tree_[i].is_text || is_heading_tag(tree_[i].tag)) return false;
      if (linked_headings_[i] != 1 || all_[i].text > longest) return false;
      ++cards;
    }
    return cards >= fewest;
  }

  // Behind the story, and announced as more of the same or short beside it: a story may
  // itself be a list of what is elsewhere.
  bool is_beside(NodeId id, NodeId root, std::uint32_t seen, NodeId before) const {
    if (seen < 500) return false;
    const bool last = (seen + prose_[id]) * 10 >= prose_[root] * 9;
    const bool small = prose_[id] > 0 && seen >= 2 * prose_[id];
    return (last && small) || announces_more(tree_.text_of(before, 60));
  }

  // A headline that is a link leads away, but for one with a paragraph of its own.
  bool heads_prose(NodeId id) const {
    if (!is_heading_tag(tree_[id].tag)) return false;
    for (NodeId i = tree_[id].end; i < tree_.size(); ++i) {
      if (left_out_[i]) {
        i = tree_[i].end - 1;
      } else if (own_[i].text > 0) {
        return is_prose_[i];
      }
    }
    return false;
  }

  // A picture and a few words that are no sentence.
  bool is_captioned(NodeId id) const {
    constexpr std::uint32_t longest = 200;
    const std::uint32_t length = all_[id].text;
    const GumboTag tag = tree_[id].tag;
    const bool is_list =
        tag == GUMBO_TAG_LI || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL;
    if (length == 0 || length > longest || is_list) return false;
    if (all_[id].links * 2 > length) return false;
    constexpr NodeId most_nodes = 64;
    const NodeId end = tree_[id].end;
    if (end - id > most_nodes) return false;
    bool picture = false;
    for (NodeId i = id + 1; i < end; ++i) {
      picture = picture || tree_.is(i, GUMBO_TAG_IMG);
      if (is_heading_tag(tree_[i].tag) && !tree_[i].is_text) return false;
    }
    if (!picture) return false;
    const std::string text = tree_.text_of(id, longest + 1);
    return !text.ends_with('.') && !text.ends_with('!') && !text.ends_with('?') &&
           !text.ends_with(':') && !text.ends_with('"');
  }

  // Its headline again, a good part of it, or with a kicker in front; as a line of text
  // only before the story.
  bool repeats(NodeId id, const std::optional<std::string>& title,
               std::uint32_t seen) const {
    constexpr std::size_t longest_kicker = 80;
    if (!title || all_[id].text > 1000) return false;
    const bool heading = is_heading_tag(tree_[id].tag);
    if (!heading && (seen > 0 || own_[id].text == 0)) return false;
    const std::string text = tree_.text_of(id, 1000);
    if (text.empty()) return false;
    if (text == *title || same_words(text, *title)) return true;
    if (!tree_.is(id, GUMBO_TAG_H1)) return false;
    const bool part =
        text.size() * 2 >= title->size() && title->find(text) != title->npos;
    return part ||
           (text.ends_with(*title) && text.size() <= title->size() + longest_kicker);
  }

  const HtmlTree& tree_;
  std::vector<bool> left_out_;
  std::vector<Lengths> own_;                    // by block
  std::vector<Lengths> all_;                    // of the subtree
  std::vector<bool> is_prose_;                  // the block itself
  std::vector<std::uint32_t> linked_headings_;  // of the subtree
  std::vector<std::uint32_t> prose_;
  std::vector<std::uint32_t> noise_;
};

}  // namespace

MainText main_text(const HtmlTree& tree, const std::optional<std::string>& title) {
  // Where names take most of the text away they mean something else on this site.
  constexpr std::uint32_t enough = 300;
  Page page(tree, true);
  if (page.prose() >= enough) return page.read(title);
  Page unnamed(tree, false);
  // A page of short lines: whatever there is outside links.
  if (unnamed.prose() == 0) return Page(tree, false, 15).read(title);
  const bool names_lie = page.prose() * 5 < unnamed.prose() * 2;
  return (names_lie ? unnamed : page).read(title);
}

}  // namespace broadsheet
