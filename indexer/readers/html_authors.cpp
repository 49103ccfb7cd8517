// JSON-LD first, then <meta>, then what the page prints: elements marked as author or
// byline nearest to the headline, and lines that begin with "By". A name that is only the
// outlet's own counts when nobody else is named. Addresses, handles, roles and dates are
// no names.
#include "indexer/readers/html_authors.h"

#include <algorithm>

#include "article/ascii.h"
#include "article/byline.h"
#include "article/date_words.h"
#include "article/outlets.h"
#include "indexer/readers/html_author_marks.h"
#include "indexer/readers/html_date_marks.h"
#include "indexer/readers/html_evidence.h"
#include "indexer/readers/html_lines.h"
#include "indexer/readers/html_title.h"

namespace broadsheet {

namespace {

constexpr std::size_t longest_byline = 160;

struct Found {
  std::vector<std::string> names;
  std::string source;
};

// What the site calls itself; as an author that is nobody.
class House {
 public:
  House(const HtmlHead& head, const JsonLdArticle& json_ld, const RawStory& story) {
    if (story.outlet) add(*story.outlet);
    if (json_ld.publisher) add(*json_ld.publisher);
    if (json_ld.site) add(*json_ld.site);
    for (const MetaValue* value : head.all(HeadField::outlet)) add(value->value);
  }

  bool is(std::string_view name) const {
    const std::string key = essence_of(name);
    return key.empty() ||
           std::any_of(keys_.begin(), keys_.end(), [&](const std::string& own) {
             return key == own || (own.size() >= 4 && key.starts_with(own)) ||
                    (key.size() >= 4 && own.starts_with(key));
           });
  }

 private:
  void add(std::string_view name) {
    std::string key = essence_of(name);
    if (!key.empty()) keys_.push_back(std::move(key));
  }

  std::vector<std::string> keys_;
};

// "admin", "Redaktion", "ann.lee": accounts and desks, who stand for somebody.
bool is_account(std::string_view name) {
  constexpr std::string_view accounts[] = {"admin",
                                           "administrator",
                                           "webmaster",
                                           "redaktion",
                                           "redazione",
                                           "redaccion",
                                           "redacción",
                                           "redação",
                                           "redacao",
                                           "rédaction",
                                           "redactie",
                                           "redaksi",
                                           "redakcja",
                                           "redakce",
                                           "redaksjonen",
                                           "online",
                                           "onlineredaktion",
                                           "webredaktion",
                                           "newsroom",
                                           "newsdesk",
                                           "web",
                                           "user",
                                           "root",
                                           "staff",
                                           "editors",
                                           "editorial"};
  const std::string lower = to_lower(name);
  if (is_desk(name) ||
      std::find(std::begin(accounts), std::end(accounts), lower) != std::end(accounts)) {
    return true;
  }
  return name.find(' ') == name.npos && !name.empty() && is_lower(name.front());
}

// A person is worth more than an account or an agency, and these more than the house.
int worth_of(const Found& found, const House& house) {
  int worth = found.names.empty() ? 0 : 1;
  for (const std::string& name : found.names) {
    if (house.is(name)) continue;
    worth = std::max(worth, is_account(name) ? 2 : is_known_outlet(name) ? 3 : 4);
  }
  return worth;
}

// "Ann" when another place says "Ann Lee".
bool completes(const Found& other, const Found& found) {
  if (found.names.size() != 1 || other.names.size() != 1) return false;
  const std::string& name = found.names[0];
  const bool initials = name.size() > 1 && is_upper(name[1]);
  return !initials && name.find(' ') == std::string::npos &&
         to_lower(other.names[0]).starts_with(to_lower(found.names[0]) + " ");
}

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

  Found find() {
    Found found = by_mark(Reach::story);
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
    if (places_.at(id) != Place::other) return true;
    return reach == Reach::beside && id > headline_ && id < headline_ + nearby;
  }

  // Neighbouring marked elements of the same class are one byline.
  Found by_mark(Reach reach) {
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
    const bool dated = std::any_of(text.begin(), text.end(), is_digit);
    for (NodeId inner = id + 1; inner < tree_[id].end; ++inner) {
      if (tree_[inner].is_text) continue;
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
  Found by_label() {
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
  Found by_signature() {
    constexpr std::size_t most_behind = 240;
    Found found;
    std::size_t behind = 0;
    for (NodeId id = headline_ + 1; id < tree_.size(); ++id) {
      if (!tree_.is(id, GUMBO_TAG_P) || places_.at(id) != Place::story) continue;
      const std::string text = spaced_text(tree_, id);
      behind += text.size();
      if (!found.names.empty() && behind > most_behind) found.names.clear();
      if (is_emphasised(id) && looks_like_name(text)) {
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
  Found by_line() {
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

// What a tag says is the author is one, also where a byline would have to name a person:
// "Community editor", "Staff". Places that name persons win over it.
std::vector<std::string> declared_names(std::string_view text) {
  std::vector<std::string> names = author_names(text);
  if (names.empty() && is_desk(text)) names.emplace_back(trimmed(text));
  return names;
}

Found of_json_ld(const JsonLdArticle& json_ld) {
  Found found{{}, "json-ld author"};
  for (const std::string& text : json_ld.authors) {
    for (std::string& name : declared_names(text)) {
      add_author(found.names, std::move(name));
    }
  }
  return found;
}

Found of_meta(const HtmlHead& head) {
  for (const MetaValue* value : head.all(HeadField::author)) {
    Found found{{}, "meta " + std::string(value->name)};
    // Scientific pages give a tag for each author, the surname first.
    for (const MetaValue* other : head.all(HeadField::author)) {
      if (other->name != value->name) continue;
      const std::string text =
          other->name == "citation_author" ? surname_last(other->value) : other->value;
      for (std::string& name : declared_names(text)) {
        add_author(found.names, std::move(name));
      }
    }
    if (!found.names.empty()) return found;
  }
  return {};
}

}  // namespace

void read_page_authors(const HtmlTree& tree, const HtmlHead& head,
                       const JsonLdArticle& json_ld, RawStory& story) {
  const House house(head, json_ld, story);
  Found best = of_json_ld(json_ld);
  const auto take = [&](Found other) {
    if (worth_of(other, house) > worth_of(best, house) || completes(other, best)) {
      best = std::move(other);
    }
  };
  const auto settled = [&] {
    return worth_of(best, house) == 4 &&
           (best.names.size() > 1 || best.names[0].find(' ') != std::string::npos ||
            is_high(best.names[0][0]));
  };
  if (!settled()) take(of_meta(head));
  if (!settled()) take(PrintedAuthors(tree, story.title.value_or("")).find());
  // Beside a person the house is no author; an agency may be.
  if (worth_of(best, house) > 1) {
    std::erase_if(best.names, [&](const std::string& name) { return house.is(name); });
  }
  for (const std::string& name : best.names)
    add_evidence(story, "authors", best.source, name);
  story.authors = std::move(best.names);
}

}  // namespace broadsheet
