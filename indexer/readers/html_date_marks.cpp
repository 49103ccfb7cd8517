// Names of classes, weighed by what they promise. The words in front of a date are in
// html_date_labels.
#include "indexer/readers/html_date_marks.h"

#include <algorithm>

#include "article/ascii.h"
#include "indexer/readers/html_lines.h"
#include "indexer/readers/html_words.h"

namespace broadsheet {

namespace {

constexpr std::string_view updated_names[] = {"updat", "modif",    "lastmod",
                                              "revis", "aktualis", "edited"};
constexpr std::string_view published_names[] = {
    "publish",  "publi-",   "publicad",   "pubblicat",   "pubdate",
    "pub-date", "pub_date", "entry-date", "post-date",   "post_date",
    "postdate", "posted",   "erschein",   "date-posted", "created"};
constexpr std::string_view date_names[] = {"date",      "datum",    "fecha", "time-stamp",
                                           "timestamp", "datetime", "dato",  "data-"};

// Whose line it is: "By Ann Lee on 24 April 2026".
constexpr std::string_view byline_names[] = {
    "byline",   "author",     "autor",      "verfasser",   "post-meta",    "post_meta",
    "postmeta", "entry-meta", "newssingle", "news-single", "article-meta", "meta-info"};

bool is_time_name(std::string_view names) {
  return names.find("article-time") != names.npos || names.starts_with("time-") ||
         names.find(" time-") != names.npos || names == "time" ||
         names.starts_with("time ");
}

// "entry-meta-date updated": WordPress's themes call the day of publication "updated",
// because a microformat of old asks for that class.
bool is_microformat(std::string_view names) {
  const std::size_t at = names.find("updated");
  if (at == names.npos || (at > 0 && names[at - 1] != ' ')) return false;
  const std::size_t end = at + std::string_view("updated").size();
  if (end < names.size() && names[end] != ' ') return false;
  const std::string_view rest = names.substr(end);
  return names.substr(0, at).find("date") != names.npos || rest.find("date") != rest.npos;
}

DateMark mark_of_element(const HtmlTree& tree, NodeId id) {
  const std::string_view property = tree.attribute(id, "itemprop");
  const std::string_view rdfa = tree.attribute(id, "property");
  if (property == "dateModified" || rdfa.ends_with("dateModified")) {
    return {50, DateSource::meta, "itemprop dateModified", true};
  }
  if (property == "datePublished" || rdfa.ends_with("datePublished")) {
    return {58, DateSource::meta, "itemprop datePublished", false};
  }
  if (property == "dateCreated" || rdfa.ends_with("dateCreated") ||
      rdfa.ends_with("dc:date") || property == "uploadDate") {
    return {50, DateSource::meta, "itemprop dateCreated", false};
  }
  const std::string names = names_of(tree, id);
  const bool time = tree.is(id, GUMBO_TAG_TIME);
  const bool updated = holds_one_of(names, updated_names) && !is_microformat(names);
  const bool published =
      holds_one_of(names, published_names) || (time && tree.has_attribute(id, "pubdate"));
  if (time) {
    return {published ? 55 : 40, DateSource::time_element, "time element",
            updated && !published};
  }
  if (published) return {45, DateSource::byline, "class that says published", false};
  if (updated) return {40, DateSource::byline, "class that says updated", true};
  const bool publication = names.find("publication") != names.npos &&
                           !tree.is(id, GUMBO_TAG_A);  // a link to a paper is none
  if (publication || holds_one_of(names, date_names) || is_time_name(names)) {
    return {35, DateSource::byline, "class that says date", false};
  }
  if (holds_one_of(names, byline_names)) return {30, DateSource::byline, "byline", false};
  return {};
}

// Places of other people's words and other stories.
constexpr std::string_view other_names[] = {
    "comment",      "kommentar",    "disqus",      "replies",    "related",
    "teaser",       "sidebar",      "side-bar",    "widget",     "recommend",
    "promo",        "most-read",    "mostread",    "popular",    "trending",
    "newsticker",   "ticker",       "read-more",   "readmore",   "more-news",
    "morenews",     "next-post",    "prev-post",   "pagination", "breadcrumb",
    "carousel",     "slider",       "swiper",      "weather",    "calendar",
    "also-read",    "read-also",    "similar",     "recirc",     "outbrain",
    "taboola",      "user-info",    "userinfo",    "signature",  "postprofile",
    "review-",      "wp-caption",   "img-caption", "bildunter",  "event-date",
    "mod_datetime", "current-date", "currentdate", "today",      "site-date"};

// The view of one story, whatever else its place is called ("teaser newsSingle").
constexpr std::string_view single_names[] = {"newssingle", "news-single", "news_single",
                                             "article-single"};

// Places where a story's own date may stand too, though seldom.
constexpr std::string_view edge_names[] = {"footer",  "copyright", "latest",
                                           "top-bar", "topbar",    "site-header",
                                           "navbar",  "menu",      "archive-list"};

}  // namespace

DateMark mark_of(const HtmlTree& tree, NodeId first, NodeId end) {
  constexpr int levels = 4;
  constexpr int plain_time = 40;
  DateMark best;
  bool updated = false;
  const auto take = [&](NodeId id) {
    const DateMark mark = mark_of_element(tree, id);
    updated = updated || mark.updated;
    if (mark.weight > best.weight) best = mark;
  };
  NodeId up = first;
  for (int level = 0; level < levels && up != 0; ++level) {
    up = tree[up].parent;
    // An element that holds much more than the line says nothing about it.
    if (tree[up].end > end + 40) break;
    take(up);
  }
  for (NodeId id = first; id < end && id < first + 40; ++id) {
    if (!tree[id].is_text) take(id);
  }
  // A mere <time> is what the element around it says it is.
  if (best.weight <= plain_time && updated) best.updated = true;
  return best;
}

std::optional<DateStamp> stamp_of(const HtmlTree& tree, NodeId id) {
  if (tree.is(id, GUMBO_TAG_META) || tree.is(id, GUMBO_TAG_BODY)) {
    const std::string_view property = tree.attribute(id, "itemprop");
    if (property != "datePublished" && property != "dateCreated") return std::nullopt;
  }
  for (const char* name : {"datetime", "content", "title"}) {
    const std::string_view value = trimmed(tree.attribute(id, name));
    if (value.size() < 8 || value.size() > 60) continue;
    const DateMark mark = mark_of_element(tree, id);
    if (mark.weight == 0) return std::nullopt;
    const auto found = find_day(value.substr(0, value.find('T')));
    if (found) return DateStamp{found->date, std::string(value), mark};
  }
  return std::nullopt;
}

namespace {

// The footer of a story says who wrote it and when.
bool is_story_footer(const HtmlTree& tree, NodeId id, std::string_view names) {
  constexpr int levels = 4;
  if (names.find("footer") == names.npos && !tree.is(id, GUMBO_TAG_FOOTER)) return false;
  for (const std::string_view story : {"post", "entry", "article", "asset", "story"}) {
    if (names.find(story) != names.npos) return true;
  }
  for (int level = 0; level < levels && id != 0; ++level) {
    id = tree[id].parent;
    if (tree.is(id, GUMBO_TAG_ARTICLE)) return true;
  }
  return false;
}

}  // namespace

Places::Places(const HtmlTree& tree, NodeId headline)
    : tree_(&tree), headline_(headline), known_(tree.size()) {
  known_[0] = Place::story;
}

Place Places::own(NodeId id) const {
  const HtmlTree& tree = *tree_;
  const bool holds_headline =
      headline_ != 0 && id <= headline_ && headline_ < tree[id].end;
  if (tree[id].is_text || holds_headline) return Place::story;
  if (tree.is(id, GUMBO_TAG_NAV) || tree.is(id, GUMBO_TAG_FIGCAPTION) ||
      tree.is(id, GUMBO_TAG_ASIDE) || tree.is(id, GUMBO_TAG_BLOCKQUOTE)) {
    return Place::other;
  }
  const std::string names = names_of(tree, id);
  if (holds_one_of(names, single_names)) return Place::story;
  if (holds_one_of(names, other_names)) return Place::other;
  if (is_story_footer(tree, id, names)) return Place::story;
  if (tree.is(id, GUMBO_TAG_FOOTER) || holds_one_of(names, edge_names))
    return Place::edge;
  return Place::story;
}

Place Places::at(NodeId id) {
  way_.clear();
  for (; !known_[id]; id = (*tree_)[id].parent) way_.push_back(id);
  Place place = *known_[id];
  for (; !way_.empty(); way_.pop_back()) {
    if (place != Place::other) place = std::max(place, own(way_.back()));
    known_[way_.back()] = place;
  }
  return place;
}

bool is_teaser_link(const HtmlTree& tree, NodeId id) {
  constexpr int levels = 6;
  constexpr std::size_t longest_date = 45;
  for (int level = 0; level < levels && id != 0; ++level) {
    id = tree[id].parent;
    if (tree.is(id, GUMBO_TAG_A)) return tree.text_of(id, 100).size() > longest_date;
  }
  return false;
}

}  // namespace broadsheet
