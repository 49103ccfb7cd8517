// One walk gathers everything, then each field is chosen: names of <meta> are a table
// whose order is the trust in them. Dates: JSON-LD, meta, <time> near the headline, URL;
// each must read as a date, for a false date is worse than none.
#include "indexer/readers/html_metadata.h"

#include <algorithm>
#include <array>

#include "article/ascii.h"
#include "article/date.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/html_title.h"
#include "indexer/readers/readers.h"
#include "indexer/readers/record.h"

namespace broadsheet {

namespace {

enum class Field { date, outlet, title, author, url, language };

struct MetaName {
  std::string_view name;
  Field field;
};

constexpr std::array meta_names = {
    MetaName{"article:published_time", Field::date},
    MetaName{"datepublished", Field::date},
    MetaName{"og:article:published_time", Field::date},
    MetaName{"og:published_time", Field::date},
    MetaName{"article:published", Field::date},
    MetaName{"article.published", Field::date},
    MetaName{"parsely-pub-date", Field::date},
    MetaName{"sailthru.date", Field::date},
    MetaName{"pubdate", Field::date},
    MetaName{"publishdate", Field::date},
    MetaName{"publish-date", Field::date},
    MetaName{"publish_date", Field::date},
    MetaName{"published-date", Field::date},
    MetaName{"publication_date", Field::date},
    MetaName{"originalpublicationdate", Field::date},
    MetaName{"article_date_original", Field::date},
    MetaName{"dc.date.issued", Field::date},
    MetaName{"dcterms.issued", Field::date},
    MetaName{"dc.date.created", Field::date},
    MetaName{"dcterms.created", Field::date},
    MetaName{"dc.date", Field::date},
    MetaName{"dcterms.date", Field::date},
    MetaName{"citation_publication_date", Field::date},
    MetaName{"citation_date", Field::date},
    MetaName{"cxenseparse:recs:publishtime", Field::date},
    MetaName{"bt:pubdate", Field::date},
    MetaName{"rbpubdate", Field::date},
    MetaName{"displaydate", Field::date},
    MetaName{"doc_date", Field::date},
    MetaName{"date", Field::date},
    MetaName{"datecreated", Field::date},
    MetaName{"og:site_name", Field::outlet},
    MetaName{"application-name", Field::outlet},
    MetaName{"apple-mobile-web-app-title", Field::outlet},
    MetaName{"og:title", Field::title},
    MetaName{"twitter:title", Field::title},
    MetaName{"parsely-title", Field::title},
    MetaName{"sailthru.title", Field::title},
    MetaName{"dc.title", Field::title},
    MetaName{"author", Field::author},
    MetaName{"parsely-author", Field::author},
    MetaName{"sailthru.author", Field::author},
    MetaName{"article:author", Field::author},
    MetaName{"dc.creator", Field::author},
    MetaName{"citation_author", Field::author},
    MetaName{"byl", Field::author},
    MetaName{"og:url", Field::url},
    MetaName{"og:locale", Field::language},
    MetaName{"content-language", Field::language},
};

struct MetaValue {
  std::size_t rank;
  Field field;
  std::string value;
};

class Head {
 public:
  explicit Head(const HtmlTree& tree) : tree_(tree) {
    for (NodeId id = 0; id < tree.size() && values_.size() < 200; ++id) {
      if (tree.is(id, GUMBO_TAG_META)) take_meta(id);
      if (tree.is(id, GUMBO_TAG_LINK) &&
          equal_ignoring_case(tree.attribute(id, "rel"), "canonical")) {
        canonical_ = tree.attribute(id, "href");
      }
    }
    std::stable_sort(
        values_.begin(), values_.end(),
        [](const MetaValue& a, const MetaValue& b) { return a.rank < b.rank; });
  }

  std::vector<std::string> all(Field field) const {
    std::vector<std::string> found;
    for (const MetaValue& value : values_) {
      if (value.field == field) found.push_back(value.value);
    }
    return found;
  }

  std::optional<std::string> first(Field field) const {
    for (const MetaValue& value : values_) {
      if (value.field == field) return value.value;
    }
    return std::nullopt;
  }

  std::string_view canonical() const { return canonical_; }

 private:
  void take_meta(NodeId id) {
    const std::string_view content = trimmed(tree_.attribute(id, "content"));
    if (content.empty()) return;
    for (const char* kind : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = to_lower(trimmed(tree_.attribute(id, kind)));
      for (std::size_t i = 0; i < meta_names.size() && !name.empty(); ++i) {
        if (meta_names[i].name != name) continue;
        values_.push_back({i, meta_names[i].field, std::string(content)});
        return;
      }
    }
  }

  const HtmlTree& tree_;
  std::vector<MetaValue> values_;
  std::string_view canonical_;
};

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::optional<std::string> url_of(const Head& head, const JsonLdArticle& json_ld) {
  if (is_web_address(head.canonical())) return std::string(head.canonical());
  if (auto url = head.first(Field::url); url && is_web_address(*url)) return url;
  if (json_ld.url && is_web_address(*json_ld.url)) return json_ld.url;
  return std::nullopt;
}

void read_outlet(const Head& head, const JsonLdArticle& json_ld, RawStory& story) {
  story.outlet = head.first(Field::outlet);
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

void read_authors(const HtmlTree& tree, const Head& head, const JsonLdArticle& json_ld,
                  RawStory& story) {
  story.authors = json_ld.authors;
  if (story.authors.empty()) {
    for (const std::string& value : head.all(Field::author)) {
      if (!is_web_address(value)) add_authors(story.authors, value);
      if (!story.authors.empty()) break;
    }
  }
  if (story.authors.empty()) story.authors = visible_authors(tree);
}

void read_language(const HtmlTree& tree, const Head& head, const JsonLdArticle& json_ld,
                   RawStory& story) {
  for (NodeId id = 0; id < tree.size() && id < 3; ++id) {
    const std::string_view lang = tree.attribute(id, "lang");
    if (!lang.empty()) story.language = std::string(lang);
    if (story.language) return;
  }
  story.language = json_ld.language ? json_ld.language : head.first(Field::language);
}

}  // namespace

void read_metadata(const HtmlTree& tree, const JsonLdArticle& json_ld, RawStory& story) {
  const Head head(tree);
  story.url = url_of(head, json_ld);
  story.title = choose_title(tree, json_ld.headline, head.all(Field::title));
  read_outlet(head, json_ld, story);
  read_authors(tree, head, json_ld, story);
  read_language(tree, head, json_ld, story);
  if (json_ld.date) add_date(story.dates, *json_ld.date, DateSource::json_ld);
  for (const std::string& date : head.all(Field::date)) {
    add_date(story.dates, date, DateSource::meta);
  }
  add_visible_dates(tree, story.dates);
  if (story.url) add_url_date(*story.url, story.dates);
}

}  // namespace broadsheet
