// One walk gathers everything, then each field is chosen: names of <meta> are a table
// whose order is the trust in them. Dates: JSON-LD, meta, <time> near the headline, URL;
// each must read as a date, for a false date is worse than none.
#include "indexer/readers/html_metadata.h"

#include <algorithm>

#include "article/ascii.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/html_head.h"
#include "indexer/readers/html_title.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record.h"

namespace broadsheet {

namespace {

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::optional<std::string> url_of(const HtmlHead& head, const JsonLdArticle& json_ld) {
  if (is_web_address(head.canonical())) return std::string(head.canonical());
  if (const auto* url = head.first(HeadField::url); url && is_web_address(url->value)) {
    return url->value;
  }
  if (json_ld.url && is_web_address(*json_ld.url)) return json_ld.url;
  return std::nullopt;
}

void read_outlet(const HtmlHead& head, const JsonLdArticle& json_ld, RawStory& story) {
  if (const auto* name = head.first(HeadField::outlet)) story.outlet = name->value;
  // Some sites give their address or the whole title as their name.
  if (story.outlet && story.outlet->size() > 60) story.outlet.reset();
  if (!story.outlet) story.outlet = json_ld.publisher;
}

// "post-author", "byline__name": a word of it says author.
bool is_author_name(std::string_view names) {
  std::string word;
  for (std::size_t i = 0; i <= names.size() && i < 200; ++i) {
    if (i < names.size() && is_letter(names[i])) {
      word += to_lower(names[i]);
      continue;
    }
    if (word == "author" || word == "byline" || word == "authors") return true;
    word.clear();
  }
  return false;
}

std::string_view without_by(std::string_view text) {
  for (const std::string_view start : {"written by ", "posted by ", "author: ", "by "}) {
    if (equal_ignoring_case(text.substr(0, start.size()), start)) {
      return trimmed(text.substr(start.size()));
    }
  }
  return text;
}

// Authors in the body: rel=author, itemprop=author, a class that says so. Elements of
// one story give few; many are a list of teasers.
std::vector<std::string> visible_authors(const HtmlTree& tree) {
  constexpr std::size_t longest = 60;
  std::vector<std::string> authors;
  for (NodeId id = 0; id < tree.size() && authors.size() < 10; ++id) {
    const HtmlNode& node = tree[id];
    if (node.is_text || node.tag == GUMBO_TAG_META || node.tag == GUMBO_TAG_LINK)
      continue;
    const bool marked = tree.attribute(id, "rel") == "author" ||
                        tree.attribute(id, "itemprop") == "author" ||
                        is_author_name(tree.attribute(id, "class"));
    if (!marked) continue;
    const std::string text = tree.text_of(id, longest * 2);
    const std::string_view name = without_by(text);
    const bool named = name.size() <= longest && name.find(' ') != name.npos &&
                       std::none_of(name.begin(), name.end(), is_digit);
    if (!named) continue;
    add_authors(authors, name);
    id = node.end - 1;
  }
  if (authors.size() > 4) authors.clear();
  return authors;
}

void read_authors(const HtmlTree& tree, const HtmlHead& head,
                  const JsonLdArticle& json_ld, RawStory& story) {
  story.authors = json_ld.authors;
  if (story.authors.empty()) {
    for (const MetaValue* value : head.all(HeadField::author)) {
      if (!is_web_address(value->value)) add_authors(story.authors, value->value);
      if (!story.authors.empty()) break;
    }
  }
  if (story.authors.empty()) story.authors = visible_authors(tree);
}

void read_language(const HtmlTree& tree, const HtmlHead& head,
                   const JsonLdArticle& json_ld, RawStory& story) {
  for (NodeId id = 0; id < tree.size() && id < 3; ++id) {
    const std::string_view lang = tree.attribute(id, "lang");
    if (!lang.empty()) story.language = std::string(lang);
    if (story.language) return;
  }
  story.language = json_ld.language;
  if (const auto* tag = head.first(HeadField::language); tag && !story.language) {
    story.language = tag->value;
  }
}

}  // namespace

void read_metadata(const HtmlTree& tree, const JsonLdArticle& json_ld, RawStory& story) {
  const HtmlHead head(tree);
  story.url = url_of(head, json_ld);
  std::vector<std::string> titles;
  for (const MetaValue* value : head.all(HeadField::title))
    titles.push_back(value->value);
  story.title = choose_title(tree, json_ld.headline, titles);
  read_outlet(head, json_ld, story);
  read_authors(tree, head, json_ld, story);
  read_language(tree, head, json_ld, story);
  read_page_dates(tree, head, json_ld, story);
}

}  // namespace broadsheet
