// Elements marked as author or byline nearest to the headline, then lines that begin with
// "By", then labels anywhere in the story, then a name alone under it. Addresses,
// handles, roles and dates are no names.
#include "indexer/readers/html_printed_authors.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/date_words.h"
#include "indexer/readers/html_author_marks.h"
#include "indexer/readers/html_authors.h"
#include "indexer/readers/html_date_marks.h"
#include "indexer/readers/html_lines.h"
#include "indexer/readers/html_title.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_byline = 160;

// Text with a space between elements, so that "By" and a name stay apart.
std::string spaced_text(const HtmlTree& tree, NodeId id) {
  std::string text;
  for (NodeId i = id; i < tree[id].end && text.size() <= longest_byline; ++i) {
    if (!tree[i].is_text) continue;
    append_folded(text, tree[i].text.substr(0, longest_byline));
    append_folded(text, " ");
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

// A capital in a script that has them. In others any words would look like a name.
bool is_capitalised(std::string_view word) {
  if (word.size() < 2) return !word.empty() && is_upper(word[0]);
  const auto second = static_cast<unsigned char>(word[1]);
  switch (static_cast<unsigned char>(word[0])) {
    case 0xC3:
      return second < 0x9F;  // À to Þ
    case 0xC4:
    case 0xC5:
      return true;  // Latin with further marks
    case 0xCE:
      return second >= 0x86 && second < 0xAC;  // Greek
    case 0xD0:
      return second < 0xB0;  // Cyrillic
    default:
      return is_upper(word[0]);
  }
}

// The last line of a page may also lead elsewhere: "Related News".
bool may_sign(std::string_view text) {
  constexpr std::string_view leads[] = {
      "also",    "related", "news",    "stories", "story",  "latest", "breaking",
      "top",     "video",   "videos",  "gallery", "press",  "media",  "contact",
      "sources", "tags",    "note",    "notes",   "topics", "watch",  "newsletter",
      "join",    "donate",  "support", "lire",    "leia",   "lea",    "leggi",
      "mehr",    "weitere", "siehe",   "voir"};
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const std::string lower = to_lower(word);
    constexpr std::size_t longest_particle = 3;  // "de", "van"
    if (std::find(std::begin(leads), std::end(leads), lower) != std::end(leads))
      return false;
    if (!is_capitalised(word) && word.size() > longest_particle) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

class PrintedAuthors {
 public:
  PrintedAuthors(const HtmlTree& tree, std::string_view title) : tree_(tree) {
    const std::string key = essence_of(title);
    for (NodeId id = 0; id < tree.size() && headline_ == 0; ++id) {
      if (tree[id].is_text || !is_heading_tag(tree[id].tag)) continue;
      const std::string text = essence_of(tree.text_of(id, 500));
      if (!text.empty() &&
          (text == key || (key.size() > 8 && text.find(key) != text.npos))) {
        headline_ = id;
      }
    }
    for (NodeId id = 0; id < tree.size() && headline_ == 0; ++id) {
      if (tree.is(id, GUMBO_TAG_H1)) headline_ = id;
    }
    places_ = Places(tree, headline_);
  }

  FoundAuthors find() {
    FoundAuthors found = by_mark(Reach::story);
    if (found.names.empty()) found = by_line();
    if (found.names.empty()) found = by_label();
    if (found.names.empty()) found = by_signature();
    if (found.names.empty()) found = by_mark(Reach::beside);
    return found;
  }

 private:
  struct Group {
    std::vector<std::string> names;
    std::string mark;
    NodeId last = 0;
  };

  // The story, or also what stands in a box of its own right behind the headline.
  enum class Reach { story, beside };

  bool reaches(NodeId id, Reach reach) {
    constexpr NodeId nearby = 150;
    const Place place = places_.at(id);
    if (place == Place::story) return true;
    // The footer of a site names who made the site.
    const bool near = id > headline_ && id < headline_ + nearby;
    return near && (place == Place::edge || reach == Reach::beside);
  }

  // Neighbouring marked elements of the same class are one byline.
  FoundAuthors by_mark(Reach reach) {
    constexpr std::size_t most_marked = 60;
    Group best;
    double best_score = 0;
    std::size_t seen = 0;
    for (NodeId id = 1; id < tree_.size() && seen < most_marked; ++id) {
      if (tree_[id].is_text) continue;
      const int mark = author_mark(tree_, id);
      if (mark == 0 || (reach == Reach::beside && mark < 3) || !reaches(id, reach)) {
        continue;
      }
      const std::string text = spaced_text(tree_, id);
      if (text.size() > longest_byline || text.empty()) continue;
      ++seen;
      if (holds_better(id, mark, text)) continue;
      std::vector<std::string> names = author_names(text);
      const std::string kind(tree_.attribute(id, "class"));
      const NodeId end = tree_[id].end;
      if (names.empty()) continue;
      if (!best.names.empty() && id < best.last + 25 && kind == best.mark) {
        for (std::string& name : names) add_author(best.names, std::move(name));
        best.last = end;
        id = end - 1;
        continue;
      }
      const double distance = id > headline_ ? id - headline_ : 2.0 * (headline_ - id);
      const double score = mark * 100 - std::min(distance, 2000.0) / 5;
      if (best.names.empty() || score > best_score) {
        best = {std::move(names), kind, end};
        best_score = score;
      }
      id = end - 1;
    }
    return {std::move(best.names), "author element"};
  }

  // Around a byline there may be another that holds the date too.
  bool holds_better(NodeId id, int mark, std::string_view text) const {
    constexpr NodeId most_nodes = 200;
    const bool dated = std::any_of(text.begin(), text.end(), is_digit);
    const NodeId end = std::min<NodeId>(tree_[id].end, id + most_nodes);
    for (NodeId inner = id + 1; inner < end; ++inner) {
      if (tree_[inner].is_text || tree_[inner].end > end) continue;
      const int better = author_mark(tree_, inner);
      if (better < mark || (better == mark && !dated)) continue;
      if (better > 0 && !author_names(spaced_text(tree_, inner)).empty()) return true;
    }
    return false;
  }

  // With a colon or as "written by" it leads to nothing but a name.
  static bool is_sure_label(std::string_view label) {
    return label.ends_with(':') || label.ends_with("\uFF1A") ||
           label.find(' ') != label.npos;
  }

  // "Text: Ann Lee", "(责编：...)", "Written by Ann Lee" anywhere in the story.
  FoundAuthors by_label() {
    constexpr std::size_t longest = 80;
    for (NodeId id = 1; id < tree_.size(); ++id) {
      const bool block = !tree_[id].is_text && is_block_tag(tree_[id].tag);
      if (!block || tree_[id].end > id + 8) continue;
      const std::string text = spaced_text(tree_, id);
      if (text.size() > longest || text.size() < 6) continue;
      if (places_.at(id) != Place::story) continue;
      const std::string_view bare =
          std::string_view(text).substr(text.front() == '(' ? 1 : 0);
      const std::string_view rest = without_author_label(bare);
      const std::string_view label = bare.substr(0, bare.size() - rest.size());
      if (is_sure_label(trimmed(label))) {
        std::vector<std::string> names = author_names(text);
        if (!names.empty()) return {std::move(names), "author label"};
      }
    }
    return {};
  }

  // A name alone in bold or italics as the last line of the story; with more text behind
  // it the line is a heading.
  FoundAuthors by_signature() {
    constexpr std::size_t most_behind = 240;
    FoundAuthors found;
    std::size_t behind = 0;
    for (NodeId id = headline_ + 1; id < tree_.size(); ++id) {
      if (!tree_.is(id, GUMBO_TAG_P) || places_.at(id) != Place::story) continue;
      const std::string text = spaced_text(tree_, id);
      behind += text.size();
      if (!found.names.empty() && behind > most_behind) found.names.clear();
      if (is_emphasised(id) && looks_like_name(text) && may_sign(text)) {
        found = {author_names(text), "signature"};
        behind = 0;
      }
    }
    return found;
  }

  // The whole of a short paragraph.
  bool is_emphasised(NodeId id) const {
    const NodeId first = id + 1;
    const NodeId end = tree_[id].end;
    return first < end && end <= id + 6 && is_emphasis(first) && tree_[first].end == end;
  }

  bool is_emphasis(NodeId id) const {
    return tree_.is(id, GUMBO_TAG_STRONG) || tree_.is(id, GUMBO_TAG_B) ||
           tree_.is(id, GUMBO_TAG_EM) || tree_.is(id, GUMBO_TAG_I);
  }

  // "by Ann · 3 May": one word is a name when nothing else can be meant.
  static bool ends_at_bullet(std::string_view rest, std::string_view name) {
    if (!rest.starts_with(name) || month_of_word(name)) return false;
    const std::string_view behind = trimmed(rest.substr(name.size()));
    return behind.starts_with("\u00B7") || behind.starts_with("\u2022") ||
           behind.starts_with('|');
  }

  // "Sports | By Ann Lee | 3 May": from the part that says "by".
  static std::string_view behind_bar(std::string_view text) {
    for (std::size_t bar = 0; bar < text.size(); ++bar) {
      if (text[bar] != '|') continue;
      const std::string_view part = trimmed(text.substr(bar + 1));
      if (without_author_label(part).size() < part.size()) return part;
    }
    return text;
  }

  // "By Ann Lee" as a block of its own close to the headline.
  FoundAuthors by_line() {
    constexpr NodeId reach = 120;
    const NodeId from = headline_ > 40 ? headline_ - 40 : 0;
    const NodeId end = std::min<NodeId>(tree_.size(), headline_ + reach);
    for (NodeId id = from; id < end; ++id) {
      const bool block = !tree_[id].is_text && is_block_tag(tree_[id].tag);
      if (!block || tree_[id].end > id + 25 || places_.at(id) == Place::other) continue;
      const std::string text = spaced_text(tree_, id);
      if (text.size() > 100 || text.size() < 6) continue;
      const std::string_view line = behind_bar(text);
      const std::string_view rest = without_author_label(line);
      if (rest.size() == line.size() || rest.empty() || !is_upper(rest.front())) continue;
      std::vector<std::string> names = author_names(line);
      if (!names.empty() && (names.front().find(' ') != std::string::npos ||
                             ends_at_bullet(rest, names.front()))) {
        return {std::move(names), "byline"};
      }
    }
    return {};
  }

  const HtmlTree& tree_;
  NodeId headline_ = 0;
  Places places_{tree_, 0};
};

}  // namespace

FoundAuthors printed_authors(const HtmlTree& tree, std::string_view title) {
  return PrintedAuthors(tree, title).find();
}

}  // namespace broadsheet
